using System.Diagnostics;
using System.Text.Json.Nodes;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Notifications.Delivery;
using Headroom.Simulation.Running;

namespace Headroom.Bench.Staging;

/// <summary>
/// One of the sample's functions: its own file in a Python process, whose <c>boto3</c> and whose time of day are the virtual cloud's. A call that
/// is throttled is repeated as boto3 does unless it is configured otherwise: five attempts, up to 1, 2, 4 and 8 seconds apart.
/// </summary>
internal sealed class SampleFunction : IFunctionCode
{
    private const int Attempts = 5;

    // What PATH has may be a script that looks for a Python each time, which takes longer than the run.
    private static readonly Lazy<string> Python = new(() =>
    {
        using var asked = Process.Start(new ProcessStartInfo("python3", ["-c", "import sys; print(sys.executable)"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        return asked.StandardOutput.ReadToEnd().Trim();
    });

    private readonly VirtualCloud _cloud;
    private readonly FunctionCalls _calls;
    private readonly AgendaTime _time;
    private readonly Process _process;

    internal SampleFunction(VirtualCloud cloud, EnvironmentOrder order, FunctionCalls calls)
    {
        (_cloud, _calls, _time, MemoryMegabytes) = (cloud, calls, new(cloud.Agenda, () => cloud.Now, TimeSpan.Zero), VirtualFunctions.Memory(order));
        var start = new ProcessStartInfo(Python.Value) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-B", "-c", Script(), SampleStack.Folder(order.Handler), order.Handler])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in order.Variables)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

    // Python with boto3 in 128 MB.
    public TimeSpan InitDuration => TimeSpan.FromMilliseconds(600);

    public int MemoryMegabytes { get; }

    public async Task<string> HandleAsync(string payload, DateTimeOffset deadline)
    {
        Say(new() { ["event"] = JsonNode.Parse(payload), ["now"] = _cloud.Now.ToUnixTimeMilliseconds() });
        while (true)
        {
            var said = JsonNode.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The sample's function ended."))!;
            if (said["call"] is { } call)
            {
                Say(await AskAsync((string)call["service"]!, (string)call["operation"]!, call["request"]!.ToJsonString()));
            }
            else if (said["error"] is { } error)
            {
                throw new SampleFunctionException((string)error!);
            }
            else
            {
                return said["result"]?.ToJsonString() ?? "null";
            }
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private async Task<JsonObject> AskAsync(string service, string operation, string request)
    {
        for (var attempt = 1; ; attempt++)
        {
            switch (await _calls.CallAsync(service, operation, request, CancellationToken.None))
            {
                case AwsReply.Answered answered:
                    return new() { ["answer"] = JsonNode.Parse(answered.Json), ["now"] = _cloud.Now.ToUnixTimeMilliseconds() };
                case AwsReply.Failed failed when failed.Code != "ThrottlingException" || attempt == Attempts:
                    return new() { ["refused"] = $"An error occurred ({failed.Code}) when calling the {operation} operation: {failed.Message}" };
                default:
                    await Task.Delay(TimeSpan.FromSeconds(_cloud.Chance.NextDouble() * Math.Pow(2, attempt - 1)), _time);
                    break;
            }
        }
    }

    private void Say(JsonObject line)
    {
        _process.StandardInput.WriteLine(line.ToJsonString());
        _process.StandardInput.Flush();
    }

    private static string Script()
    {
        using var stream = typeof(SampleFunction).Assembly.GetManifestResourceStream("sample_function.py")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>The handler raised an exception.</summary>
internal sealed class SampleFunctionException(string message) : Exception(message);
