using System.Diagnostics;

namespace Headroom.Cloud.Tests;

/// <summary>A client that is not ours: a script on boto3, as a process, against a started cloud.</summary>
internal static class PythonClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What the script printed; it must end well. It is given the cloud's endpoint, then the arguments.</summary>
    internal static async Task<string> RunAsync(string script, double speed = 1, params string[] arguments)
    {
        Tools.Need("python3");
        await Tools.NeedPythonModuleAsync("boto3");
        await using var cloud = await EmbeddedCloud.StartAsync(new() { Port = 0, Speed = speed });
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, script), cloud.Settings.Endpoint, .. arguments])
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
            return await output;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
