namespace Headroom.Notifications.Delivery;

/// <summary>How long to wait before trying again.</summary>
internal static class Backoff
{
    private const int MostDoublings = 6;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Anything from nothing up to 0.1 s, doubled with each attempt, 6.4 s at most: full jitter, because calls that were throttled
    /// together must not come back together. <see href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/"/>
    /// </summary>
    /// <param name="attempt">How many attempts failed before this wait; from 0.</param>
    /// <param name="jitter">From 0 up to 1.</param>
    public static TimeSpan FullJitter(int attempt, double jitter) => First * (1 << Math.Min(attempt, MostDoublings)) * jitter;
}
