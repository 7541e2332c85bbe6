using Headroom.Cli.Output;
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
    /// <summary>Shows each fault as soon as it is known whether it is found; how many were not.</summary>
    /// <param name="part">A part of the faults' names, which are then explained; null for all, in a line each.</param>
    /// <param name="view">Shows them.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal int Run(string? part, PlantedView view, CancellationToken cancellation)
    {
        var faults = PlantedBugs.All.Where(bug => part is null || bug.Name.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList();
        if (faults.Count == 0)
        {
            throw new CommandFailure($"No planted fault has '{part}' in its name: headroom simulate --planted lists them.");
        }

        view.Begin();
        return faults.Count(bug => !Find(bug, explain: part is not null, view, cancellation));
    }

    private bool Find(PlantedBug bug, bool explain, PlantedView view, CancellationToken cancellation)
    {
        var search = new Search(bug, trouble);
        var found = search.Run(seed, runs, atOnce, cancellation).FirstOrDefault(result => IsOf(bug, result));
        if (found is not { Violation: { } violation })
        {
            view.Missed(bug, runs);
            return false;
        }

        view.Found(bug, found.Seed - seed + 1, violation.Invariant, explain ? search.Explain(found.Seed, violation) : null);
        return true;
    }

    // A finding of another invariant is another fault's.
    private static bool IsOf(PlantedBug bug, SeedResult result) => result.Violation is { } violation && bug.Invariants.Split(' ').Contains(violation.Invariant);
}
