using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Load;
using Headroom.Cli.Output;

namespace Headroom.Cli.Commands;

/// <summary><c>headroom traffic</c>: the load on a service of a local cloud.</summary>
internal static class TrafficCommand
{
    internal static Command Create()
    {
        var service = new Option<string>("--service") { Description = "The service (cluster/service).", DefaultValueFactory = _ => "ecs-scaling-example/service_1" };
        var rate = new Option<double?>("--rps") { Description = "Requests per second, the same until changed; 0 takes the load away." };
        var audience = new Option<double?>("--burst") { Description = "A notification burst: how many people get it." };
        var openRate = new Option<double?>("--open-rate") { Description = "Share of them who open it, 0 to 1 (default 0.0263)." };
        var median = new Option<double?>("--median-minutes") { Description = "After how many minutes half of the opens have happened (default 7)." };
        var perOpen = new Option<double?>("--requests-per-open") { Description = "Requests that each open makes (default 10)." };
        var trace = new Option<string?>("--csv") { Description = "A recorded load: lines of seconds,requests-per-second." };
        var cpu = new Option<double?>("--cpu-ms") { Description = "Milliseconds of one vCPU that a request takes (default 20)." };
        var connection = new ConnectionOptions();
        var json = JsonOption.Create();
        var command = new VerbCommand("traffic", "Sets or shows the load on a service of a local cloud: CPU rises, alarms fire, policies scale.", """
            headroom traffic                                      what the load is, and how much of it was served and dropped
            headroom traffic --rps 40                             forty requests a second
            headroom traffic --burst 100000 --median-minutes 3    a push to a hundred thousand people, now
            headroom traffic --rps 0                              nobody calls any more
            """)
        {
            service, rate, audience, openRate, median, perOpen, trace, cpu, json,
        };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var aws = await connection.ConnectAsync(parsed);
            var client = new LoadClient(aws.Endpoint ?? throw new CommandFailure("Load can be set on a local cloud only: give --endpoint-url, or set AWS_ENDPOINT_URL (headroom env)."));
            if (parsed.GetValue(service)!.Split('/') is not [var cluster, var name])
            {
                throw new CommandFailure($"--service {parsed.GetValue(service)} is not of the form cluster/service.");
            }

            var request = new JsonObject { ["Cluster"] = cluster, ["Service"] = name };
            var shown = request.Count;
            Add(request, "RequestsPerSecond", parsed.GetValue(rate));
            if (parsed.GetValue(audience) is { } people)
            {
                var burst = new JsonObject { ["Audience"] = people };
                Add(burst, "OpenRate", parsed.GetValue(openRate));
                Add(burst, "MedianMinutes", parsed.GetValue(median));
                Add(burst, "RequestsPerOpen", parsed.GetValue(perOpen));
                request["Burst"] = burst;
            }

            if (parsed.GetValue(trace) is { } file)
            {
                request["Trace"] = new JsonObject { ["Csv"] = await File.ReadAllTextAsync(file, cancellation) };
            }

            if (parsed.GetValue(cpu) is { } milliseconds)
            {
                request["Work"] = new JsonObject { ["CpuMillisecondsPerRequest"] = milliseconds };
            }

            var load = await client.CallAsync(request.Count > shown ? "PutTraffic" : "GetTraffic", request, cancellation);
            Console.WriteLine(parsed.GetValue(json) ? load.ToJsonString() : Text(load));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Add(JsonObject fields, string name, double? value)
    {
        if (value is { } given)
        {
            fields[name] = given;
        }
    }

    private static string Text(JsonObject load) => string.Create(CultureInfo.InvariantCulture, $"""
        {(string?)load["Cluster"]}/{(string?)load["Service"]}: {Number(load, "RequestsPerSecond"):0.#} requests/s now, {Number(load, "Capacity"):0.#} requests/s can be served
        since it was set: {Number(load, "Offered"):0} requests, {Number(load, "Served"):0} served, {Number(load, "Dropped"):0} dropped
        """);

    private static double Number(JsonObject load, string name) => (double)load[name]!;
}
