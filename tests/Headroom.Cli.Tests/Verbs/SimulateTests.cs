using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Verbs;

/// <summary><c>headroom simulate</c> as people run it. What the search finds is tested where the search is.</summary>
public sealed class SimulateTests
{
    [Fact]
    public async Task A_search_says_how_many_runs_it_made_and_that_nothing_was_broken()
    {
        var search = await Verb.RunAsync("simulate", "--seed", "7", "--runs", "3", "--parallel", "1");

        search.ExitCode.ShouldBe(0, search.Errors);
        search.Output.ShouldStartWith("3 runs from seed 7: 0 violations.");
        search.Output.ShouldContain("One processor is ");
    }

    [Fact]
    public async Task A_search_for_programs_ends_with_a_summary()
    {
        var search = await Verb.RunAsync("simulate", "--runs", "2", "--json");

        var summary = JsonNode.Parse(search.Output)!;
        ((int)summary["runs"]!, (int)summary["violations"]!, (bool)summary["interrupted"]!).ShouldBe((2, 0, false));
    }

    [Fact]
    public async Task A_planted_fault_that_is_not_found_fails_the_command()
    {
        var found = await Verb.RunAsync("simulate", "--planted", "PauseScaleIn sets no floor", "--runs", "50");
        var missed = await Verb.RunAsync("simulate", "--planted", "ScaleUp sets the floor also from above", "--runs", "1");

        (found.ExitCode, missed.ExitCode).ShouldBe((0, 1), found.Errors + missed.Errors);
    }

    [Fact]
    public async Task Planted_faults_are_told_to_programs_too()
    {
        var search = await Verb.RunAsync("simulate", "--planted", "PauseScaleIn sets no floor", "--runs", "50", "--json");

        var found = JsonNode.Parse(search.Output)!;
        ((string?)found["fault"]).ShouldBe("PauseScaleIn sets no floor");
        ((int)found["foundAfter"]!).ShouldBeInRange(1, 50);
    }

    [Fact]
    public async Task What_a_dense_search_finds_is_repeated_by_the_command_that_it_names()
    {
        var found = await Verb.RunAsync("simulate", "--dense", "--planted", "PauseScaleIn sets no floor", "--runs", "50");

        found.Output.ShouldMatch("again with: headroom simulate --seed [0-9]+ --runs 1 --dense --planted \"PauseScaleIn sets no floor\"\n", found.Errors);
    }

    [Theory]
    [InlineData("TERM", 130)]
    [InlineData("INT", 130)]
    [InlineData("KILL", 137)]
    public async Task A_search_that_is_interrupted_ends_and_says_what_it_has_found(string signal, int exitCode)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "signals are sent with kill: skipped");
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts(), "whoever started the tests has SIGINT ignored, as a shell has for what it runs in the background: skipped");
        using var search = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "headroom.dll"), "simulate", "--runs", "100000", "--json"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await search.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);

        Process.Start("kill", ["-s", signal, $"{search.Id}"]).Dispose();

        var summary = JsonNode.Parse(await search.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken))!;
        await search.WaitForExitAsync(TestContext.Current.CancellationToken);
        ((bool)summary["interrupted"]!, search.ExitCode).ShouldBe((true, exitCode));
    }

    // Programs inherit it, and .NET leaves it so (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html).
    private static bool IgnoresInterrupts()
    {
        const ulong Interrupt = 1UL << (2 - 1);
        const string Ignored = "SigIgn:";
        return OperatingSystem.IsLinux()
            && (ulong.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(Ignored, StringComparison.Ordinal))[Ignored.Length..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }
}
