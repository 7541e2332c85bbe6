using System.Collections.Concurrent;
using Headroom.Simulation.Checking;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Planting;
using Headroom.Simulation.Reporting;
using Headroom.Simulation.Running;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Searching;

/// <summary>Searches for a broken hold: one seed, one run. Several threads may search at once.</summary>
/// <param name="bug">A fault in what is deployed; null for what is shipped.</param>
/// <param name="trouble">How much goes wrong; null for as much as usual.</param>
public sealed class Search(PlantedBug? bug = null, Trouble? trouble = null)
{
    private readonly Trouble _trouble = trouble ?? Trouble.Usual;
    private readonly ConcurrentDictionary<int, Lazy<Stage>> _stages = [];

    /// <summary>Runs one seed.</summary>
    /// <exception cref="InvalidOperationException">The run cannot go on; the message names the seed.</exception>
    public SeedResult Run(ulong seed)
    {
        try
        {
            var result = Run(ScenarioDraw.From(seed, _trouble));
            return new(seed, result.Simulated, result.Steps, result.Violation);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"The run of seed {seed} broke off: {fault.Message}", fault);
        }
    }

    /// <summary>Runs many seeds, each next one from <paramref name="first"/>, told of in that order: nothing depends on how many run at once.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="runs">How many.</param>
    /// <param name="atOnce">How many threads.</param>
    /// <param name="cancellation">Ends the search with an <see cref="OperationCanceledException"/>.</param>
    public IEnumerable<SeedResult> Run(ulong first, int runs, int atOnce, CancellationToken cancellation) =>
        Partitioner.Create(Enumerable.Range(0, runs), EnumerablePartitionerOptions.NoBuffering)
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(atOnce)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .WithCancellation(cancellation)
            .Select(run => Run(first + (ulong)run));

    /// <summary>Makes the scenario of a seed that broke an invariant as small as it can be while it still breaks the same.</summary>
    public Finding Explain(ulong seed, Violation broken)
    {
        var shortest = Shrinker.Shrink(ScenarioDraw.From(seed, _trouble), broken.Invariant, smaller => Run(smaller).Violation);
        var seen = new List<Observation>();
        var violation = Run(shortest, seen.Add).Violation!;
        return new(seed, _trouble, violation, shortest, Timeline.Of(shortest, seen, violation));
    }

    internal RunResult Run(Scenario scenario, Action<Observation>? record = null) => Running.Run.Of(Stage(scenario.Services.Length), scenario, record);

    private Stage Stage(int services) =>
        _stages.GetOrAdd(services, count => new(() => Staging.Stage.Set(count, bug))).Value;
}
