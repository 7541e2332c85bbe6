using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Simulation.Checking;

/// <summary>
/// What a target's scheduled actions would have made of its limits during a hold, one after the other: a hold suspends them, and Application
/// Auto Scaling loses what falls due meanwhile.
/// </summary>
internal static class MissedSchedules
{
    /// <summary>The limits after each action that was due in (from, to], the last one last; none where none was due.</summary>
    internal static IReadOnlyList<(DateTimeOffset Due, ScalableTarget Limits)> Of(TargetView view, ScalableTarget original, DateTimeOffset from, DateTimeOffset to)
    {
        var limits = new List<(DateTimeOffset, ScalableTarget)>();
        foreach (var (due, action) in view.Schedules.SelectMany(action => action.Schedule.Between(from, to).Select(due => (due, action))).OrderBy(entry => entry.due))
        {
            original = Apply(original, action);
            limits.Add((due, original));
        }

        return limits;
    }

    // A MinCapacity above MaxCapacity is refused: the action fails and changes nothing.
    private static ScalableTarget Apply(ScalableTarget target, Incident.PutScheduledAction action)
    {
        var changed = target with { MinCapacity = action.Min ?? target.MinCapacity, MaxCapacity = action.Max ?? target.MaxCapacity };
        return changed.MinCapacity > changed.MaxCapacity ? target : changed;
    }
}
