using System.Text.Json.Nodes;
using Headroom.Simulation.Checking;
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
    public SeedResult Run(ulong seed)
    {
        var result = Run(ScenarioDraw.From(seed));
        return new(seed, result.Simulated, result.Steps, result.Violation);
    }

    /// <summary>Makes the scenario of a seed that broke an invariant as small as it can be while it still breaks the same.</summary>
    public Finding Explain(ulong seed, Violation broken)
    {
        var shortest = Shrinker.Shrink(ScenarioDraw.From(seed), broken.Invariant, smaller => Run(smaller).Violation);
        var seen = new List<Observation>();
        var violation = Run(shortest, seen.Add).Violation!;
        return new(seed, violation, shortest, Timeline.Of(shortest, seen));
    }

    internal RunResult Run(Scenario scenario, Action<Observation>? record = null) => Running.Run.Of(Stage(scenario.Services.Length), scenario, record);

    private Stage Stage(int services)
    {
        if (!_stages.TryGetValue(services, out var stage))
        {
            _stages.Add(services, stage = Staging.Stage.Set(services, machine ?? (definition => definition)));
        }

        return stage;
    }
}
