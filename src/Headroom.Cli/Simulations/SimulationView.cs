using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Simulation.Searching;

namespace Headroom.Cli.Simulations;

/// <summary>Shows a search, as text or for programs.</summary>
internal sealed class SimulationView(bool json)
{
    internal void Found(Finding finding) => Console.WriteLine(json
        ? new JsonObject
        {
            ["seed"] = finding.Seed,
            ["invariant"] = finding.Violation.Invariant,
            ["at"] = finding.Violation.At,
            ["what"] = finding.Violation.What,
            ["timeline"] = finding.Timeline,
        }.ToJsonString()
        : $"seed {finding.Seed}: {finding.Violation}{(finding.Timeline is { } timeline ? $"\nThe shortest scenario that was found to break it:\n{timeline}" : "")}");

    internal void Ended(SimulationSummary summary) => Console.WriteLine(json
        ? new JsonObject
        {
            ["seed"] = summary.Seed,
            ["runs"] = summary.Runs,
            ["violations"] = summary.Violations,
            ["steps"] = summary.Steps,
            ["simulatedHours"] = summary.Simulated.TotalHours,
            ["seconds"] = summary.Elapsed.TotalSeconds,
            ["runsPerSecond"] = summary.RunsPerSecond,
            ["simulatedHoursPerSecond"] = summary.SimulatedHoursPerSecond,
        }.ToJsonString()
        : string.Create(CultureInfo.InvariantCulture, $"""
            {summary.Runs} runs from seed {summary.Seed}: {summary.Violations} violations.
            {summary.Simulated.TotalHours:N0} hours simulated in {summary.Elapsed.TotalSeconds:N1} s, {summary.Steps:N0} steps checked: {summary.RunsPerSecond:N0} runs and {summary.SimulatedHoursPerSecond:N1} hours per second ({summary.TimesRealTime:N0} × real time).
            """));
}
