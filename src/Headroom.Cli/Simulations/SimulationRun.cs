using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Searching;

namespace Headroom.Cli.Simulations;

/// <summary>Many seeds: until all have run, or somebody has seen enough.</summary>
/// <param name="seed">The first seed.</param>
/// <param name="trouble">How much goes wrong.</param>
/// <param name="runs">How many.</param>
/// <param name="atOnce">How many threads.</param>
/// <param name="wall">Measures how long it takes.</param>
internal sealed class SimulationRun(ulong seed, Trouble trouble, int runs, int atOnce, TimeProvider wall)
{
    /// <summary>Making a scenario small takes hundreds of runs: a protocol that is broken often shows it in the first few.</summary>
    private const int MostExplained = 3;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(10);
    private readonly Search _search = new(trouble: trouble);
    private SimulationSummary _sofar = new(seed, 0, 0, TimeSpan.Zero, 0, atOnce, TimeSpan.Zero, TimeSpan.Zero, Interrupted: false);

    /// <summary>Runs them.</summary>
    /// <param name="found">Takes each violation, in the order of the seeds.</param>
    /// <param name="progress">Takes what there is so far, every ten seconds.</param>
    /// <param name="cancellation">Ends the search early: what was found until then stays found.</param>
    internal SimulationSummary Run(Action<Finding> found, Action<SimulationSummary> progress, CancellationToken cancellation)
    {
        _search.Run(seed); // The first run sets the stage and is compiled: it is measured no more than the command's own start.
        var (began, used) = (wall.GetTimestamp(), Environment.CpuUsage.TotalTime);
        try
        {
            foreach (var result in _search.Run(seed, runs, atOnce, cancellation))
            {
                Note(result, found);
                if (wall.GetElapsedTime(began) is var elapsed && elapsed > _sofar.Elapsed + BetweenReports)
                {
                    progress(_sofar = _sofar with { Elapsed = elapsed });
                }
            }
        }
        catch (OperationCanceledException)
        {
            _sofar = _sofar with { Interrupted = true };
        }

        return _sofar with { Elapsed = wall.GetElapsedTime(began), Cpu = Environment.CpuUsage.TotalTime - used };
    }

    private void Note(SeedResult result, Action<Finding> found)
    {
        _sofar = _sofar with { Runs = _sofar.Runs + 1, Simulated = _sofar.Simulated + result.Simulated, Steps = _sofar.Steps + result.Steps };
        if (result.Violation is { } violation)
        {
            found(_sofar.Violations < MostExplained ? _search.Explain(result.Seed, violation) : new(result.Seed, trouble, violation, null, null));
            _sofar = _sofar with { Violations = _sofar.Violations + 1 };
        }
    }
}
