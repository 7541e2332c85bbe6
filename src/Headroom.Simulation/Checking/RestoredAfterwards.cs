using System.Collections.Immutable;
using Headroom.Simulation.Observing;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Simulation.Checking;

/// <summary>
/// I3: after the last hold the target's SuspendedState and MinCapacity equal what they were before the first, unless someone else changed
/// them: then what they set may stand too, value by value. Scheduled actions that fell into the hold are made up for.
/// </summary>
internal static class RestoredAfterwards
{
    internal static Violation? Check(World world, Observation seen) => seen switch
    {
        Observation.HoldChanged { After: null } closed when !IsClosedAsGone(world.Target(closed.Service), world.Execution(closed.By), seen.At) =>
            Restored(world.Target(closed.Service), seen.At),
        Observation.TargetChanged { By: Actor.Execution, After: not null } changed when world.Target(changed.Service).Hold is null =>
            Restored(world.Target(changed.Service), seen.At),
        _ => null,
    };

    // Amazon ECS and the table have no common transaction: a service may be created again between the look that finds none and the deletion of its record.
    private static bool IsClosedAsGone(TargetView view, ExecutionView? by, DateTimeOffset now) =>
        by?.ServiceReadAt < view.ServiceAgainAt && now - by.ServiceReadAt < Tolerances.Reading;

    private static Violation? Restored(TargetView view, DateTimeOffset now)
    {
        if (view is not { Target: { } target, Original: { } original, IsGone: false, IsTakenForPaused: false })
        {
            return null;
        }

        var before = Before(view, original).ToList();
        List<ScalableTarget> allowed = MissedSchedules.Demanded(view, original, target, now) is { } scheduled
            ? [scheduled]
            : [.. before, .. OfDeleted(view), .. MissedSchedules.Allowed(view, before[0], now)];
        // A MaxCapacity that was lowered meanwhile is respected; of one that was raised since the target was read the hold cannot know.
        var isCappedAsRead = allowed.Exists(one => target.MinCapacity == Math.Min(one.MinCapacity, view.MaxSinceRead));
        var wrong = (isCappedAsRead ? null : Wrong(allowed, target, "MinCapacity", one => Math.Min(one.MinCapacity, target.MaxCapacity)))
            ?? Wrong(allowed, target, "MaxCapacity", one => one.MaxCapacity)
            ?? Wrong(allowed, target, "DynamicScalingInSuspended", one => one.SuspendedState?.DynamicScalingInSuspended)
            ?? Wrong(allowed, target, "DynamicScalingOutSuspended", one => one.SuspendedState?.DynamicScalingOutSuspended)
            ?? Wrong(allowed, target, "ScheduledScalingSuspended", one => one.SuspendedState?.ScheduledScalingSuspended);
        return wrong is null ? null : new("I3", now, $"after its hold {view.Service} has {wrong}");
    }

    // What others set long before the hold recorded what it had read, it has read; what they set since then they may have set before or after the reading.
    private static IEnumerable<ScalableTarget> Before(TargetView view, ScalableTarget original)
    {
        var reading = view.RecordedAt - Tolerances.Decision;
        return view.SetByOthers.Where(one => one.At >= reading).Select(one => one.Set).Prepend(view.SetByOthers.LastOrDefault(one => one.At < reading).Set ?? original);
    }

    // What the target was before it was changed blindly, nobody has seen.
    private static ImmutableArray<ScalableTarget> OfDeleted(TargetView view) => view.ChangedOnReadingOf < Tolerances.Decision ? view.OfDeleted : [];

    private static string? Wrong<T>(List<ScalableTarget> allowed, ScalableTarget target, string name, Func<ScalableTarget, T> value) =>
        allowed.Exists(one => Equals(value(one), value(target)))
            ? null
            : $"{name} {value(target)}; it must be {string.Join(" or ", allowed.Select(value).Distinct())}";
}
