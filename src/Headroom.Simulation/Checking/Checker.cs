using Headroom.Simulation.Observing;

namespace Headroom.Simulation.Checking;

/// <summary>Holds everything that is seen against the invariants; stops at the first that is broken.</summary>
internal sealed class Checker
{
    internal World World { get; } = new();

    internal Violation? Found { get; private set; }

    /// <summary>After each thing that happens.</summary>
    internal void See(Observation seen)
    {
        World.Fold(seen);
        Found ??= HeldWhilePromised.Check(World, seen)
            ?? OneOwner.Check(World, seen)
            ?? RestoredAfterwards.Check(World, seen)
            ?? OneOutcome.Check(World, seen)
            ?? TakenUpInTime.Check(World, seen)
            ?? OnlyCovered.Check(seen);
    }

    /// <summary>As time passes.</summary>
    internal void Pass(DateTimeOffset now) =>
        Found ??= ResumedInTime.Check(World, now) ?? TakenUpInTime.Check(World, now) ?? RaisedAgain.Check(World, now) ?? HeldAnew.Check(World, now)
            ?? TriedAgain.Check(World, now) ?? TrulyReady.Check(World, now);

    /// <summary>When nothing more is to come: nothing is held for ever, no record is left, every notification has its outcome.</summary>
    internal void End(DateTimeOffset now) => Found ??= Leftover(now) ?? OneOutcome.CheckEnd(World, now);

    private Violation? Leftover(DateTimeOffset now)
    {
        var held = World.Targets.FirstOrDefault(view => view.Hold is not null);
        var alive = World.Executions.FirstOrDefault(execution => execution.IsAlive && execution.Action != "sweep");
        return held is not null ? new("End", now, $"{held.Service} is held for ever ({held.Hold})")
            : alive is not null ? new("End", now, $"{alive.Name} never ends")
            : null;
    }
}
