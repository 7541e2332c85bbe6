using System.Text.Json.Nodes;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Reporting;
using Headroom.Simulation.Running;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Searching;

/// <summary>Searches for a broken hold: one seed, one run.</summary>
/// <param name="machine">Changes the state machine's definition before it is deployed; null for the shipped one.</param>
public sealed class Search(Func<JsonObject, JsonObject>? machine = null)
{
    private readonly Dictionary<int, Stage> _stages = [];

    /// <summary>Runs one seed.</summary>
    /// <returns>How much time passed in it, and what it broke, as small as it could be made.</returns>
    public SeedResult Run(ulong seed)
    {
        var scenario = ScenarioDraw.From(seed);
        var result = Run(scenario);
        return new(seed, result.Simulated, result.Steps, result.Violation is { } violation ? Explain(scenario, violation.Invariant) : null);
    }

    internal RunResult Run(Scenario scenario, Action<Observation>? record = null) => Running.Run.Of(Stage(scenario.Services.Length), scenario, record);

    private Finding Explain(Scenario scenario, string invariant)
    {
        var shortest = Shrinker.Shrink(scenario, invariant, smaller => Run(smaller).Violation);
        var seen = new List<Observation>();
        var violation = Run(shortest, seen.Add).Violation!;
        return new(scenario.Seed, violation, shortest, Timeline.Of(shortest, seen));
    }

    private Stage Stage(int services)
    {
        if (!_stages.TryGetValue(services, out var stage))
        {
            _stages.Add(services, stage = Staging.Stage.Set(services, machine ?? (definition => definition)));
        }

        return stage;
    }
}
