using System.Diagnostics;
using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cloud;

namespace Headroom.Cli.Tests;

/// <summary><c>headroom up</c> as a process of its own; disposing of it kills it, without a chance to say goodbye.</summary>
internal sealed class CloudProcess : IDisposable
{
    private readonly Process _process;

    private CloudProcess(Process process, IAws aws) => (_process, Aws) = (process, aws);

    public IAws Aws { get; }

    public static async Task<CloudProcess> StartAsync(string dataDirectory)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "headroom.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program, "up", "--port", "0", "--json", "--data", dataDirectory },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (JsonNode.Parse(line) is { } said && (string?)said["event"] == "Ready")
            {
                var settings = new CloudSettings("123456789012", "us-east-1", (string)said["endpoint"]!);
                return new(process, AwsConnection.ToLocal(settings));
            }
        }

        throw new InvalidOperationException("headroom up ended before it was ready");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
