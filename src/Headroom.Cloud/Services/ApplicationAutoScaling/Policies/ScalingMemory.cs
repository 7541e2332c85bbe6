namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>What a target remembers between two evaluations of its policies.</summary>
internal sealed record ScalingMemory
{
    /// <summary>Whether an alarm of its policies was in ALARM when they were last evaluated: only then can they do anything.</summary>
    public bool Breaching { get; init; }

    /// <summary>When an alarm last triggered a policy: its actions are repeated in this rhythm, a minute apart.</summary>
    public DateTimeOffset TriggeredAt { get; init; }

    /// <summary>The last scale-out, which counts for as long as its cooldown lasts.</summary>
    public LastScaleOut? ScaleOut { get; init; }

    /// <summary>No scale-in before.</summary>
    public DateTimeOffset? NoScaleInBefore { get; init; }

    /// <summary>Why the last evaluation did not scale: the same reason is not recorded twice in a row.</summary>
    public string? NotScaled { get; init; }
}

/// <summary>A scale-out that is still taking effect.</summary>
/// <param name="From">The running count that it started from.</param>
/// <param name="To">The capacity that it set.</param>
/// <param name="Until">When its cooldown is over.</param>
internal sealed record LastScaleOut(int From, int To, DateTimeOffset Until);
