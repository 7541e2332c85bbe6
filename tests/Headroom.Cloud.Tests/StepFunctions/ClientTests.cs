using System.Diagnostics;

namespace Headroom.Cloud.Tests.StepFunctions;

/// <summary>A client that is not ours: boto3, as a process, against a started cloud.</summary>
public sealed class ClientTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task An_operator_on_boto3_finds_Step_Functions_as_on_AWS()
    {
        Tools.Need("python3");
        await Tools.NeedPythonModuleAsync("boto3");
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0 });
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "StepFunctions", "workflows.py"), cloud.Settings.Endpoint])
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
