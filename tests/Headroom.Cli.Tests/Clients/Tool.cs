using System.Diagnostics;

namespace Headroom.Cli.Tests.Clients;

/// <summary>Programs that a user's machine may lack. A missing one skips its tests, but fails them where <c>CI=true</c>.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static void Require(params string[] commands)
    {
        foreach (var command in commands.Where(command => !IsThere(command)))
        {
            Missing($"{command} is not on the PATH");
        }
    }

    public static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{what}, and in CI every test must run");
        }

        Assert.Skip($"{what}: skipped");
    }

    /// <summary>Runs a bash script to its end, which must be a good one; what it printed.</summary>
    public static async Task<string> BashAsync(string script)
    {
        var start = new ProcessStartInfo("bash") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        await process.StandardInput.WriteAsync($"set -euo pipefail\n{script}\n");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.ExitCode.ShouldBe(0, $"{await output}\n{await errors}");
        return await output;
    }

    private static bool IsThere(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));
}
