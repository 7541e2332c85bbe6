namespace Headroom.Cli.Simulations;

/// <summary>What a search came to.</summary>
/// <param name="Seed">The first run's seed.</param>
/// <param name="Runs">How many runs.</param>
/// <param name="Violations">How many of them broke an invariant.</param>
/// <param name="Simulated">Cloud time that passed in all of them.</param>
/// <param name="Steps">Steps of the cloud, of each of which the invariants were checked.</param>
/// <param name="AtOnce">How many threads ran them.</param>
/// <param name="Elapsed">Wall time.</param>
/// <param name="Cpu">Processor time of all threads: what it costs, however busy the machine is otherwise.</param>
/// <param name="Interrupted">Somebody ended the search before all had run.</param>
internal sealed record SimulationSummary(ulong Seed, int Runs, int Violations, TimeSpan Simulated, long Steps, int AtOnce, TimeSpan Elapsed, TimeSpan Cpu, bool Interrupted)
{
    internal double RunsPerSecond => Runs / Elapsed.TotalSeconds;

    internal double SimulatedHoursPerSecond => Simulated.TotalHours / Elapsed.TotalSeconds;

    /// <summary>How much faster than the clock on the wall one processor is.</summary>
    internal double TimesRealTime => Simulated / Cpu;
}
