using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Searching;

namespace Headroom.Cli.Simulations;

/// <summary>Shows a search, as text or for programs.</summary>
internal sealed class SimulationView(bool json)
{
    internal void Found(Finding finding) => Console.WriteLine(json ? Json(finding).ToJsonString() : Text(finding));

    /// <summary>How far it is, for who waits: on standard error, so that what is piped on is the findings alone.</summary>
    internal static void Progress(SimulationSummary sofar, int runs) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{sofar.Runs:N0} of {runs:N0} runs, {Violations(sofar.Violations)}, {sofar.RunsPerSecond:N0} runs per second, about {Left(sofar, runs)} left"));

    internal void Ended(SimulationSummary summary) => Console.WriteLine(json ? Json(summary).ToJsonString() : Text(summary));

    /// <param name="finding">What was found.</param>
    /// <param name="planted">The fault that was planted, without which nothing is found again.</param>
    internal static string Text(Finding finding, string? planted = null) => finding.Timeline is { } timeline
        ? $"""

            {finding.Violation.Invariant} ({finding.Violation.Promise}) is broken: {finding.Violation.What}.
            Found with seed {finding.Seed}; again with: headroom simulate --seed {finding.Seed} --runs 1{(finding.Trouble == Trouble.Dense ? " --dense" : "")}{(planted is null ? "" : $" --planted \"{planted}\"")}
            The shortest scenario that was found to break it, in seconds from its start:

            {timeline}
            """
        : $"{finding.Violation.Invariant} is broken too with seed {finding.Seed}: {finding.Violation.What}";

    private static string Text(SimulationSummary summary) => string.Create(CultureInfo.InvariantCulture, $"""
        {(summary.Interrupted ? "Interrupted after " : "")}{summary.Runs:N0} runs from seed {summary.Seed}: {Violations(summary.Violations)}.
        {summary.Simulated.TotalHours:N0} hours simulated in {summary.Elapsed.TotalSeconds:N1} s on {summary.AtOnce} {(summary.AtOnce == 1 ? "thread" : "threads")}, {summary.Steps:N0} steps checked: {summary.RunsPerSecond:N0} runs and {summary.SimulatedHoursPerSecond:N1} hours per second.
        One processor is {summary.TimesRealTime:N0} × faster than real time.
        """);

    private static JsonObject Json(Finding finding) => new()
    {
        ["seed"] = finding.Seed,
        ["invariant"] = finding.Violation.Invariant,
        ["at"] = finding.Violation.At,
        ["what"] = finding.Violation.What,
        ["timeline"] = finding.Timeline,
    };

    private static JsonObject Json(SimulationSummary summary) => new()
    {
        ["seed"] = summary.Seed,
        ["runs"] = summary.Runs,
        ["interrupted"] = summary.Interrupted,
        ["violations"] = summary.Violations,
        ["steps"] = summary.Steps,
        ["simulatedHours"] = summary.Simulated.TotalHours,
        ["seconds"] = summary.Elapsed.TotalSeconds,
        ["cpuSeconds"] = summary.Cpu.TotalSeconds,
        ["threads"] = summary.AtOnce,
        ["runsPerSecond"] = summary.RunsPerSecond,
        ["simulatedHoursPerSecond"] = summary.SimulatedHoursPerSecond,
    };

    private static string Violations(int count) => count == 1 ? "1 violation" : $"{count} violations";

    private static string Left(SimulationSummary sofar, int runs)
    {
        var left = TimeSpan.FromSeconds((runs - sofar.Runs) / sofar.RunsPerSecond);
        return left < TimeSpan.FromMinutes(1) ? $"{left.TotalSeconds:N0} s" : $"{left.TotalMinutes:N0} min";
    }
}
