using System.CommandLine;
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
        var load = new LoadOptions();
        var connection = new ConnectionOptions();
        var json = JsonOption.Create();
        var command = new VerbCommand("traffic", "Sets or shows the load on a service of a local cloud: CPU rises, alarms fire, policies scale.", """
            headroom traffic                                      what the load is, and how much of it was served and dropped
            headroom traffic --rps 40                             forty requests a second
            headroom traffic --daily 5:40 --peak 20:00            from five at night to forty at eight in the evening (UTC)
            headroom traffic --burst 100000 --median-minutes 3    a push to a hundred thousand people, now
            headroom traffic --burst 100000 --add                 the same on top of the load that is there
            headroom traffic --csv yesterday.csv --service shop/web
            headroom traffic --rps 0                              nobody calls any more
            """)
        {
            service, json,
        };
        load.AddTo(command);
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(service)!.Split('/') is not [{ Length: > 0 } cluster, { Length: > 0 } name])
            {
                throw new CommandFailure($"--service {parsed.GetValue(service)} is not of the form cluster/service.");
            }

            var request = await load.ReadAsync(parsed, cancellation);
            var operation = request.Count > 0 ? "PutTraffic" : "GetTraffic";
            request["Cluster"] = cluster;
            request["Service"] = name;
            var aws = await connection.ConnectAsync(parsed);
            var client = new LoadClient(aws.Endpoint ?? throw new CommandFailure("Load can be set on a local cloud only: give --endpoint-url, or set AWS_ENDPOINT_URL (headroom env)."));
            var answer = await client.CallAsync(operation, request, cancellation);
            Console.WriteLine(parsed.GetValue(json) ? answer.ToJsonString() : LoadText.Of(answer));
            return ExitCode.Done;
        });
        return command;
    }
}
