using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Bench.Staging;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Store;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Bench.Comparison.Drawn;

/// <summary>What was seen of one stack in one scenario.</summary>
/// <param name="Scenario">What happened.</param>
/// <param name="Moments">The service's target and desired count after each change of them, the state before everything first.</param>
/// <param name="Acts">When each execution began to change the service, in order.</param>
/// <param name="Strays">Calls of the stack about what it does not cover.</param>
/// <param name="End">When it was watched no longer.</param>
internal sealed record DrawnRun(DrawnScenario Scenario, ImmutableArray<Moment> Moments, ImmutableArray<Act> Acts, int Strays, TimeSpan End)
{
    private static readonly TimeSpan WatchedAfterwards = TimeSpan.FromMinutes(45);

    /// <summary>Plays a scenario.</summary>
    internal static DrawnRun Of(IStack kind, DrawnScenario scenario)
    {
        DeployedStack? deployed = null;
        var zero = DateTimeOffset.MaxValue;
        var isPerson = false;
        ScalableTarget? target = null;
        var desired = 0;
        var strays = 0;
        var moments = ImmutableArray.CreateBuilder<Moment>();
        var observer = new Observer(new MemoryStorage(), () => deployed?.Cloud.Now ?? default, () => isPerson ? new Actor.Person() : new Actor.Cloud(), seen =>
        {
            switch (seen)
            {
                case Observation.TargetChanged { Service: DeployedStack.Service, After: { } after }:
                    target = after;
                    break;
                case Observation.DesiredCountChanged { Service: DeployedStack.Service, After: { } after }:
                    desired = after;
                    break;
                default:
                    return;
            }

            if (deployed?.Cloud.Now >= zero)
            {
                moments.Add(new(deployed.Cloud.Now - zero, target!, desired, isPerson));
            }
        });

        using var stack = deployed = DeployedStack.Of(kind.Template(), scenario.Seed, observer);
        var people = new People(stack);
        people.Give(scenario.Shape, scenario.AnotherMax);
        stack.Cloud.Pass(scenario.Lead);
        zero = stack.Cloud.Now;
        desired = (int)stack.Example()["desiredCount"]!;
        moments.Add(new(TimeSpan.Zero, target!, desired, ByPerson: false));
        stack.Cloud.Harm = new DrawnFaults(scenario, stack.Cloud, zero).Of;
        stack.Cloud.Hear = made => strays += made.Call.Principal is Principal.AssumedRole && Stray.Is(made.Call, scenario) ? 1 : 0;
        foreach (var incident in scenario.Incidents)
        {
            stack.Cloud.Pass(zero + incident.At - stack.Cloud.Now);
            isPerson = true;
            people.Do(incident);
            isPerson = false;
        }

        stack.Cloud.Pass(zero + scenario.LastTrouble + WatchedAfterwards - stack.Cloud.Now);
        return new(scenario, moments.ToImmutable(), [.. Acted(stack, kind, zero).OrderBy(act => act.At)], strays, stack.Cloud.Now - zero);
    }

    /// <summary>How it is at a time.</summary>
    internal Moment At(TimeSpan time) => Moments.Last(moment => moment.At <= time);

    private static IEnumerable<Act> Acted(DeployedStack stack, IStack kind, DateTimeOffset zero)
    {
        foreach (var execution in stack.Executions().Where(execution => (string?)JsonNode.Parse((string)execution["input"]!)!["action"] != "sweep"))
        {
            var arn = (string)execution["executionArn"]!;
            foreach (var happened in stack.History(arn).Where(happened => (string?)happened!["stateEnteredEventDetails"]?["name"] is { } state && kind.Acting.Contains(state)))
            {
                yield return new(Instants.Parse((string)happened!["timestamp"]!) - zero, arn);
            }
        }
    }
}

/// <summary>How the service is after a change.</summary>
/// <param name="At">Since the scenario's beginning.</param>
/// <param name="Target">Its scalable target.</param>
/// <param name="Desired">Its desired count.</param>
/// <param name="ByPerson">Whether people changed it.</param>
internal sealed record Moment(TimeSpan At, ScalableTarget Target, int Desired, bool ByPerson)
{
    /// <summary>Whether scale-in is suspended.</summary>
    internal bool IsPaused => Target.SuspendedState?.DynamicScalingInSuspended == true;
}

/// <summary>An execution begins to change the service.</summary>
internal sealed record Act(TimeSpan At, string Execution);
