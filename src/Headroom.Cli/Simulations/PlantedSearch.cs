using Headroom.Simulation.Planting;
using Headroom.Simulation.Searching;

namespace Headroom.Cli.Simulations;

/// <summary>After how many runs the search finds each fault that is put into the protocol on purpose.</summary>
internal static class PlantedSearch
{
    /// <summary>Writes a Markdown table, a line for each fault as it is found; how many were not.</summary>
    internal static int Of(ulong seed, int runs, TextWriter output, CancellationToken cancellation)
    {
        output.WriteLine("| planted fault | breaks | found after | as |");
        output.WriteLine("|---|---|---|---|");
        var missed = 0;
        foreach (var bug in PlantedBugs.All)
        {
            var found = FindFirst(bug, seed, runs, cancellation);
            missed += found is null ? 1 : 0;
            output.WriteLine(found is { } first
                ? $"| {bug.Name} | {bug.Invariants} | {first.Runs} | {first.Invariant} |"
                : $"| {bug.Name} | {bug.Invariants} | not within {runs} | |");
            output.Flush();
        }

        return missed;
    }

    private static (int Runs, string Invariant)? FindFirst(PlantedBug bug, ulong seed, int runs, CancellationToken cancellation)
    {
        var search = new Search(bug.Plant);
        for (var run = 1; run <= runs; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (search.Run(seed + (ulong)run - 1).Violation is { } violation && bug.Invariants.Split(' ').Contains(violation.Invariant))
            {
                return (run, violation.Invariant);
            }
        }

        return null;
    }
}
