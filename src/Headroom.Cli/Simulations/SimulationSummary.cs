namespace Headroom.Cli.Simulations;

/// <summary>What a search came to.</summary>
/// <param name="Seed">The first run's seed.</param>
/// <param name="Runs">How many runs.</param>
/// <param name="Violations">How many of them broke an invariant.</param>
/// <param name="Simulated">Cloud time that passed in all of them.</param>
/// <param name="Steps">Steps of the cloud, of each of which the invariants were checked.</param>
/// <param name="Elapsed">Wall time.</param>
internal sealed record SimulationSummary(ulong Seed, int Runs, int Violations, TimeSpan Simulated, long Steps, TimeSpan Elapsed)
{
    internal double RunsPerSecond => Runs / Elapsed.TotalSeconds;

    internal double SimulatedHoursPerSecond => Simulated.TotalHours / Elapsed.TotalSeconds;

    internal double TimesRealTime => Simulated / Elapsed;
}
