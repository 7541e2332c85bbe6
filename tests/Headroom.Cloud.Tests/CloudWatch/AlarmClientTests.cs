using System.Diagnostics;

namespace Headroom.Cloud.Tests.CloudWatch;

/// <summary>A client that is not ours: boto3, as a process, against a started cloud, in each protocol that CloudWatch speaks.</summary>
public sealed class AlarmClientTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("json")]
    [InlineData("smithy-rpc-v2-cbor")]
    [InlineData("query")]
    public async Task An_operator_on_boto3_finds_metric_math_and_composite_alarms_as_on_AWS(string protocol)
    {
        Tools.Need("python3");
        await Tools.NeedPythonModuleAsync("boto3");
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0, Speed = 30 });
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "CloudWatch", "alarms.py"), cloud.Settings.Endpoint, protocol])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            process.ExitCode.ShouldBe(0, await errors + await output);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
