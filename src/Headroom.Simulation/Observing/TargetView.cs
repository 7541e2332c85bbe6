using System.Collections.Immutable;
using Headroom.Simulation.Scenarios;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Simulation.Observing;

/// <summary>A covered service as its users see it: what runs, what was promised to them, and what people did to it meanwhile.</summary>
internal sealed class TargetView(string service)
{
    // The execution that would hold what somebody puts in place of a deleted target has died.
    private bool _isUnguarded;

    internal string Service { get; } = service;

    /// <summary>The scalable target; null where there is none.</summary>
    internal ScalableTarget? Target { get; set; }

    /// <summary>Null where the service is not active.</summary>
    internal int? DesiredCount { get; set; }

    /// <summary>Since when how many of its tasks get requests, latest last.</summary>
    internal List<(DateTimeOffset At, int Tasks)> Serving { get; } = [];

    /// <summary>When its desired count was last lowered: tasks go from then on.</summary>
    internal DateTimeOffset ShrunkAt { get; set; }

    /// <summary>When somebody other than Headroom last raised the desired count, or created the service.</summary>
    internal DateTimeOffset RaisedByOthersAt { get; set; }

    internal HoldRecord? Hold { get; set; }

    /// <summary>The target as it was when the present (or last) record was made.</summary>
    internal ScalableTarget? Original { get; private set; }

    /// <summary>What the deleted target in whose place the present one was registered was before its hold, and what others set of it.</summary>
    internal ImmutableArray<ScalableTarget> OfDeleted { get; private set; } = [];

    /// <summary>When the present target was registered in place of a deleted one.</summary>
    internal DateTimeOffset RegisteredAnewAt { get; private set; }

    /// <summary>How old the reading of the deleted target was on which a change of the present one was decided; null where there is no such change.</summary>
    internal TimeSpan? ChangedOnReadingOf { get; set; }

    /// <summary>What people and schedules set since then, and when.</summary>
    internal List<(DateTimeOffset At, ScalableTarget Set)> SetByOthers { get; } = [];

    /// <summary>When the present (or last) record was made.</summary>
    internal DateTimeOffset HeldSince { get; private set; }

    /// <summary>When the hold recorded what it had read of the target; before that, when its record was made.</summary>
    internal DateTimeOffset RecordedAt { get; set; }

    /// <summary>When its release began; null before.</summary>
    internal DateTimeOffset? ReleasingSince { get; set; }

    /// <summary>Since when something is refused to its hold; null where nothing is.</summary>
    internal DateTimeOffset? DegradedSince { get; set; }

    /// <summary>When a release last took a hold, and when that release was published.</summary>
    internal (DateTimeOffset At, DateTimeOffset PublishedAt) Released { get; private set; }

    /// <summary>The scheduled actions that somebody gave it.</summary>
    internal List<Incident.PutScheduledAction> Schedules { get; } = [];

    /// <summary>Whether scale-in was paused and the floor reached when the hold was last announced: from then on it is owed.</summary>
    internal bool Established { get; set; }

    /// <summary>Somebody resumed scale-in by hand during the hold.</summary>
    internal bool ResumedByHand { get; set; }

    /// <summary>Somebody changed limits by hand during the hold.</summary>
    internal bool ResizedByHand { get; set; }

    /// <summary>When somebody deployed it with a desired count of their own, until as much is desired again as is owed; null where the execution that would see to that has died: then it counts as by hand.</summary>
    internal DateTimeOffset? LoweredAt { get; set; }

    /// <summary>Somebody deleted the service or its target, and it is not there again.</summary>
    internal bool IsGone => Target is null || DesiredCount is null;

    /// <summary>When somebody last created the service again.</summary>
    internal DateTimeOffset ServiceAgainAt { get; set; }

    /// <summary>When, during the hold, a scalable target was registered in place of a deleted one, until it is held, too; null also where the execution that would see to that has died.</summary>
    internal DateTimeOffset? ReplacedAt { get; set; }

    /// <summary>It was registered in place of a deleted one, and no hold of it was announced since.</summary>
    internal bool IsUnseen { get; set; }

    /// <summary>Somebody suspended scale-in and schedules of it while no hold had seen it: whoever looks takes that for a pause that landed there late, lest scale-in stay paused.</summary>
    internal bool IsTakenForPaused { get; set; }

    /// <summary>The lowest MaxCapacity since the target was last read by its owner.</summary>
    internal int MaxSinceRead { get; set; }

    /// <summary>The lowest MaxCapacity since the reading that the present floor comes from: no more can be promised.</summary>
    internal int LowestMax { get; set; }

    /// <summary>The execution that recorded the present floor, null where it comes from a deleted target: a hold that is taken over and kept as it was is not what its new owner wanted.</summary>
    internal string? FloorBy { get; set; }

    /// <summary>What is owed.</summary>
    internal List<Promise> Promises { get; } = [];

    /// <summary>The latest end that was ever written into the present record.</summary>
    internal DateTimeOffset LatestEnd { get; set; }

    /// <summary>When something last went wrong, or somebody last interfered, here.</summary>
    internal DateTimeOffset LastTrouble { get; set; }

    /// <summary>Since when, but not before this, nothing has gone wrong here.</summary>
    internal DateTimeOffset QuietSince(DateTimeOffset since) => since > LastTrouble ? since : LastTrouble;

    /// <summary>A record is made: the target as it is now is what must be there after the hold.</summary>
    internal void Begin(DateTimeOffset now)
    {
        (HeldSince, RecordedAt, ReleasingSince, DegradedSince) = (now, now, null, null);
        (Original, IsUnseen, IsTakenForPaused, ChangedOnReadingOf) = (Target, false, false, null);
        (Established, ResumedByHand, ResizedByHand, LoweredAt, ReplacedAt) = (false, false, false, null, null);
        SetByOthers.Clear();
        Promises.Clear();
        LatestEnd = DateTimeOffset.MinValue;
    }

    /// <summary>A release took the hold: what was published before it is owed no longer.</summary>
    internal void Release(DateTimeOffset publishedAt, DateTimeOffset now)
    {
        Released = (now, publishedAt);
        Promises.RemoveAll(promise => promise.Execution.PublishedAt <= publishedAt);
        LatestEnd = now;
    }

    /// <summary>Whether a release took what an execution had read, before the execution's notification was told that it relies on it.</summary>
    internal bool IsReleasedSinceRead(ExecutionView execution) => Released.At > execution.ReadAt && Released.PublishedAt >= execution.PublishedAt;

    /// <summary>Nobody will see to it that what a deployment lowered is raised again, or what was replaced is held: from now on the former counts as by hand.</summary>
    internal void LeaveUnguarded() => (LoweredAt, ResizedByHand, ReplacedAt, _isUnguarded) = (null, ResizedByHand || LoweredAt is not null, null, true);

    /// <summary>The target is gone, and whatever was held of it.</summary>
    internal void Remove()
    {
        (Established, ReplacedAt, LoweredAt, _isUnguarded) = (false, null, null, false);
        Schedules.Clear();
        foreach (var promise in Promises)
        {
            promise.Owed = false;
        }
    }

    /// <summary>There is one again: as it is now it must be after the hold.</summary>
    internal void Replace(ScalableTarget registered, DateTimeOffset now)
    {
        (OfDeleted, RegisteredAnewAt, ChangedOnReadingOf) = (Original is null ? [] : [Original, .. SetByOthers.Select(one => one.Set)], now, null);
        (Original, MaxSinceRead, LowestMax, FloorBy) = (registered, registered.MaxCapacity, registered.MaxCapacity, null);
        (ReplacedAt, IsUnseen, IsTakenForPaused) = (_isUnguarded ? null : now, true, false);
        (ResumedByHand, ResizedByHand, LoweredAt) = (false, false, null);
        SetByOthers.Clear();
        foreach (var promise in Promises)
        {
            promise.LowestMax = registered.MaxCapacity;
        }
    }

    /// <summary>The tasks that are owed now.</summary>
    internal int Owed => Promises.Where(promise => promise.Owed).Select(promise => promise.Tasks).DefaultIfEmpty().Max();

    /// <summary>Tasks that may have got requests at once since a time: the most that were seen to, and those that ceased to while others began.</summary>
    internal int MostServingSince(DateTimeOffset time)
    {
        var (most, ceased) = (0, 0);
        for (var i = Serving.Count - 1; i >= 0; i--)
        {
            most = Math.Max(most, Serving[i].Tasks);
            if (Serving[i].At <= time)
            {
                break;
            }

            ceased += i > 0 ? Math.Max(0, Serving[i - 1].Tasks - Serving[i].Tasks) : 0;
        }

        return most + ceased;
    }

    internal bool ScaleInPaused => Target?.SuspendedState?.DynamicScalingInSuspended == true;
}

/// <summary>A notification that was accepted: until then this many tasks are owed.</summary>
internal sealed class Promise(ExecutionView execution, int max, bool owed, DateTimeOffset at)
{
    internal ExecutionView Execution { get; } = execution;

    /// <summary>When it was accepted.</summary>
    internal DateTimeOffset At { get; } = at;

    /// <summary>The lowest MaxCapacity since it was accepted: no more is owed.</summary>
    internal int LowestMax { get; set; } = max;

    /// <summary>Whether the hold that it relies on is in place.</summary>
    internal bool Owed { get; set; } = owed;

    internal int Tasks => Math.Min(Execution.Wanted, LowestMax);

    /// <summary>Whether the service is to run fewer tasks than that, as far as its target allows.</summary>
    internal bool IsShort(TargetView view) => view.DesiredCount < Math.Min(Tasks, view.Target?.MaxCapacity ?? int.MaxValue);
}
