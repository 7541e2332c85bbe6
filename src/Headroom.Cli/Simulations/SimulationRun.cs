using Headroom.Simulation.Searching;

namespace Headroom.Cli.Simulations;

/// <summary>Many seeds, one after the other.</summary>
internal static class SimulationRun
{
    /// <summary>Making a scenario small takes hundreds of runs: a protocol that is broken often shows it in the first few.</summary>
    private const int MostExplained = 3;

    internal static SimulationSummary Of(ulong seed, int runs, TimeProvider wall, Action<Finding> found, CancellationToken cancellation)
    {
        var search = new Search();
        search.Run(seed); // The first run sets the stage and is compiled: it is measured no more than the command's own start.
        var (began, simulated, steps, violations) = (wall.GetTimestamp(), TimeSpan.Zero, 0L, 0);
        for (var run = 0; run < runs; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            var result = search.Run(seed + (ulong)run);
            (simulated, steps) = (simulated + result.Simulated, steps + result.Steps);
            if (result.Violation is { } violation)
            {
                found(violations++ < MostExplained ? search.Explain(result.Seed, violation) : new(result.Seed, violation, null, null));
            }
        }

        return new(seed, runs, violations, simulated, steps, wall.GetElapsedTime(began));
    }
}
