using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Headroom.Simulation.Tests;

/// <summary>The protocol's model in <c>proof/</c>, through its own command.</summary>
public sealed class ModelTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Every_interleaving_of_the_models_small_sizes_keeps_the_invariants()
    {
        var (status, output) = await CheckAsync("--quick");

        status.ShouldBe(0, output);
        output.ShouldContain("exhaustive", customMessage: output);
    }

    [Theory]
    [InlineData("RECOVERY_DOES_NOT_SETTLE", "I5")]
    [InlineData("TAKEOVER_DOES_NOT_KNOW_ITSELF", "I4")]
    [InlineData("MINIMUM_NOT_PUT_BACK", "I3")]
    [InlineData("SWEEP_TAKES_ALL_FOR_ALIVE", "I2")]
    [InlineData("GUARD_LEAVES_WHAT_IS_OVER", "I1")]
    [InlineData("GONE_SERVICE_IS_NOT_LOOKED_FOR", "I2")]
    public async Task A_fault_that_is_planted_into_the_model_is_found(string fault, string invariant)
    {
        var (status, output) = await CheckAsync("--planted", fault);

        status.ShouldBe(0, output);
        output.ShouldMatch($@"{fault} .* {invariant} ");
    }

    private static async Task<(int Status, string Output)> CheckAsync(params string[] arguments)
    {
        foreach (var tool in new[] { "bash", "spin", "gcc" }.Where(tool => !IsThere(tool)))
        {
            Missing($"{tool} is not on the PATH");
        }

        var start = new ProcessStartInfo("bash", [Script(), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
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

        return (process.ExitCode, $"{await output}{await errors}");
    }

    // A user's machine may lack the tools; in CI every test must run.
    private static void Missing(string what)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"{what}, and in CI every test must run");
        }

        Assert.Skip($"{what}: skipped");
    }

    private static bool IsThere(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));

    private static string Script([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "proof", "check"));
}
