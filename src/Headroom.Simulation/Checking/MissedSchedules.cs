using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Simulation.Checking;

/// <summary>
/// The scheduled actions that a hold kept from running: Application Auto Scaling loses what falls due while it suspends them, and the release
/// makes up for it. Reckoned from what was drawn, not from any expression.
/// </summary>
internal static class MissedSchedules
{
    // An action whose minute was half a minute before the claim may run late, one that is due seconds after the release is set by it early.
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(35);

    // Within this time of the claim or the release an action may have been run or missed.
    private static readonly TimeSpan Unclear = TimeSpan.FromSeconds(5);

    /// <summary>What the limits may be because of them: what any of them sets, alone or after others.</summary>
    internal static IEnumerable<ScalableTarget> Allowed(TargetView view, ScalableTarget original, DateTimeOffset now)
    {
        var together = original;
        var read = view.RecordedAt - Tolerances.Decision;
        foreach (var (_, action) in Due(view, (read > view.HeldSince ? read : view.HeldSince) - Before, now + After))
        {
            together = Set(together, action);
            yield return together;
            yield return Set(original, action);
        }
    }

    /// <summary>What the limits must be; null where nothing must be made up for, or where that is not clear.</summary>
    internal static ScalableTarget? Demanded(TargetView view, ScalableTarget original, ScalableTarget present, DateTimeOffset now)
    {
        var due = Due(view, view.HeldSince - Before, now + After).ToList();
        var isClear = due.Count > 0
            && view is { SetByOthers.Count: 0, ReleasingSince: { } releasing }
            && original.SuspendedState?.ScheduledScalingSuspended != true
            && view.LastTrouble < view.HeldSince
            && due.TrueForAll(one => one.Due > view.HeldSince + Unclear && one.Due < releasing - Unclear)
            && due.DistinctBy(one => one.Due).Count() == due.Count;
        if (!isClear)
        {
            return null;
        }

        var last = due.Aggregate(original, (target, one) => Set(target, one.Action));
        return last.MinCapacity > last.MaxCapacity || present.MaxCapacity < last.MinCapacity ? null : last;
    }

    private static IEnumerable<(DateTimeOffset Due, Incident.PutScheduledAction Action)> Due(TargetView view, DateTimeOffset from, DateTimeOffset to) =>
        view.Schedules.SelectMany(action => action.Schedule.Between(from, to).Select(due => (due, action))).OrderBy(one => one.due);

    private static ScalableTarget Set(ScalableTarget target, Incident.PutScheduledAction action) =>
        target with { MinCapacity = action.Min ?? target.MinCapacity, MaxCapacity = action.Max ?? target.MaxCapacity };
}
