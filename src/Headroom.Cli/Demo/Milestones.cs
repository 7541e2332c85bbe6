namespace Headroom.Cli.Demo;

/// <summary>When each of the four steps was first seen through the APIs; null while it was not.</summary>
internal sealed record Milestones(DateTimeOffset Published)
{
    /// <summary>Step 1: scale-in is suspended.</summary>
    internal DateTimeOffset? ScaleInPaused { get; init; }

    /// <summary>Step 2: the desired count is the maximum.</summary>
    internal DateTimeOffset? DesiredAtMax { get; init; }

    /// <summary>Step 2, in effect: so many tasks run.</summary>
    internal DateTimeOffset? RunningAtMax { get; init; }

    /// <summary>Step 4, after the wait: scale-in is active again.</summary>
    internal DateTimeOffset? ScaleInResumed { get; init; }

    /// <summary>Whether all four steps were seen.</summary>
    internal bool Complete => ScaleInPaused is not null && DesiredAtMax is not null && RunningAtMax is not null && ScaleInResumed is not null;

    /// <summary>The milestones after one more look. Nothing counts as resumed that was not seen paused.</summary>
    internal Milestones After(Observation seen)
    {
        var target = seen.Target;
        return this with
        {
            ScaleInPaused = ScaleInPaused ?? When(target.ScaleInSuspended, seen),
            DesiredAtMax = DesiredAtMax ?? When(target.DesiredCount == target.MaxCapacity, seen),
            RunningAtMax = RunningAtMax ?? When(target.RunningCount == target.MaxCapacity, seen),
            ScaleInResumed = ScaleInResumed ?? When(ScaleInPaused is not null && !target.ScaleInSuspended, seen),
        };
    }

    private static DateTimeOffset? When(bool reached, Observation seen) => reached ? seen.At : null;
}
