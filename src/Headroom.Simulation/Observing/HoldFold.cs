namespace Headroom.Simulation.Observing;

/// <summary>
/// What a change of a hold's record means to those who were promised capacity.
/// <list type="table">
/// <item><term>made</term><description>a hold begins: the target as it is now is what must be there after it</description></item>
/// <item><term>given a floor</term><description>the hold has read the target, and recorded that</description></item>
/// <item><term>announced</term><description>if scale-in is paused and the floor reached, everything accepted so far is owed from now on</description></item>
/// <item><term>extended by another</term><description>accepted</description></item>
/// <item><term>taken by a release</term><description>what was published before the release is owed no longer</description></item>
/// <item><term>deleted</term><description>over</description></item>
/// </list>
/// </summary>
internal static class HoldFold
{
    internal static void Apply(World world, TargetView view, Observation.HoldChanged changed)
    {
        view.Hold = changed.After;
        var by = world.Execution(changed.By);
        if (changed.After is not { } after)
        {
            (view.Established, view.ReplacedAt) = (false, null);
            return;
        }

        if (changed.Before is null)
        {
            view.Begin(changed.At);
        }

        view.RecordedAt = changed.Before is { Floor: null } && after.Floor is not null ? changed.At : view.RecordedAt;

        if (after.Floors > (changed.Before?.Floors ?? 0) || after.Registration != changed.Before?.Registration)
        {
            (view.LowestMax, view.FloorBy) = (view.MaxSinceRead, after.Owner);
        }

        view.DegradedSince = after.IsDegraded ? view.DegradedSince ?? changed.At : null;
        view.ReleasingSince ??= after.Phase == HoldRecord.Releasing ? changed.At : null;
        view.LatestEnd = after.HoldUntil > view.LatestEnd ? after.HoldUntil : view.LatestEnd;
        if (after.Phase != HoldRecord.Starting && world.Execution(after.Owner) is { IsTakenUp: false } owner)
        {
            owner.IsTakenUp = true;
            world.Waiting.Remove(owner);
        }

        switch (after.Phase)
        {
            case HoldRecord.Holding when changed.Before is not { Phase: HoldRecord.Holding }:
                Announce(view, after, by, changed.At);
                break;
            case HoldRecord.Releasing when by is { Action: "release" } && changed.Before?.Owner != after.Owner:
                view.Release(by.PublishedAt, changed.At);
                break;
            default:
                break;
        }

        if (by is { Action: "hold" } && by.Arn != after.Owner && changed.Before?.HoldUntil != after.HoldUntil)
        {
            Promise(view, by, owed: view.Established && after.Phase != HoldRecord.Starting, changed.At);
        }
    }

    private static void Announce(TargetView view, HoldRecord hold, ExecutionView? owner, DateTimeOffset now)
    {
        var floor = Math.Min(hold.Floor ?? int.MaxValue, view.Target?.MaxCapacity ?? int.MaxValue);
        var inPlace = view.FloorBy == hold.Owner && view.ScaleInPaused && view.Target!.MinCapacity >= floor && view.DesiredCount >= floor;
        if (owner is not null)
        {
            // Whoever announces has looked a moment ago: what is gone since then it cannot know.
            owner.AnnouncedInPlace = inPlace || view.IsGone || view.ResumedByHand || view.ResizedByHand || view.LoweredAt is not null || view.ReplacedAt is not null;
        }

        if (!inPlace)
        {
            // Refused for good after a deployment: the hold goes on degraded.
            if (view.LoweredAt < view.LastTrouble || view.ReplacedAt < view.LastTrouble)
            {
                view.LeaveUnguarded();
            }

            return;
        }

        (view.Established, view.IsUnseen, view.ResumedByHand, view.ResizedByHand, view.LoweredAt, view.ReplacedAt) = (true, false, false, false, null, null);
        if (owner is { Action: "hold" })
        {
            Promise(view, owner, owed: true, now);
        }

        foreach (var promise in view.Promises)
        {
            promise.Owed = true;
        }
    }

    private static void Promise(TargetView view, ExecutionView execution, bool owed, DateTimeOffset now) =>
        view.Promises.Add(new(execution, view.LowestMax, owed, now));
}
