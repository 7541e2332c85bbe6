using System.Collections.Immutable;

namespace Headroom.States.Definition;

/// <summary>
/// One item of Retry: after the n-th error it takes, wait <c>IntervalSeconds × BackoffRate^(n-1)</c>, at most <c>MaxDelaySeconds</c>,
/// with full jitter a random part of that.
/// </summary>
internal sealed record Retrier(
    ImmutableArray<string> ErrorEquals, long IntervalSeconds, int MaxAttempts, double BackoffRate, long? MaxDelaySeconds, bool FullJitter)
{
    /// <summary>The seconds to wait, before jitter, where this many attempts were made.</summary>
    public double DelayAfter(int attempts) => Math.Min(IntervalSeconds * Math.Pow(BackoffRate, attempts), MaxDelaySeconds ?? int.MaxValue);
}
