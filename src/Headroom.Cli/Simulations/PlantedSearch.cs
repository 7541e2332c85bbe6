using Headroom.Simulation.Planting;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Searching;

namespace Headroom.Cli.Simulations;

/// <summary>After how many runs the search finds each fault that is put into the protocol on purpose.</summary>
/// <param name="seed">The first seed.</param>
/// <param name="trouble">How much goes wrong otherwise.</param>
/// <param name="runs">How many runs each fault gets.</param>
/// <param name="atOnce">How many threads.</param>
internal sealed class PlantedSearch(ulong seed, Trouble trouble, int runs, int atOnce)
{
    /// <summary>Writes a Markdown table, a line for each fault as it is found; how many were not.</summary>
    /// <param name="part">A part of the faults' names, which are then explained; null for all, in a line each.</param>
    /// <param name="output">Takes the table.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal int Run(string? part, TextWriter output, CancellationToken cancellation)
    {
        var faults = PlantedBugs.All.Where(bug => part is null || bug.Name.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList();
        if (faults.Count == 0)
        {
            throw new InvalidOperationException($"No planted fault has '{part}' in its name: headroom simulate --planted lists them.");
        }

        output.WriteLine("| planted fault | breaks | found after | as |");
        output.WriteLine("|---|---|---|---|");
        return faults.Count(bug => !Find(bug, explain: part is not null, output, cancellation));
    }

    private bool Find(PlantedBug bug, bool explain, TextWriter output, CancellationToken cancellation)
    {
        var search = new Search(bug, trouble);
        var found = search.Run(seed, runs, atOnce, cancellation).FirstOrDefault(result => IsOf(bug, result));
        output.WriteLine(found is { Violation: { } violation }
            ? $"| {bug.Name} | {bug.Invariants} | {found.Seed - seed + 1} | {violation.Invariant} |"
            : $"| {bug.Name} | {bug.Invariants} | not within {runs} | |");
        output.Flush();
        if (explain && found is not null)
        {
            output.WriteLine(SimulationView.Text(search.Explain(found.Seed, found.Violation!)));
        }

        return found is not null;
    }

    // A finding of another invariant is another fault's.
    private static bool IsOf(PlantedBug bug, SeedResult result) => result.Violation is { } violation && bug.Invariants.Split(' ').Contains(violation.Invariant);
}
