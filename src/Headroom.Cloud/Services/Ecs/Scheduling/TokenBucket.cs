namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>A token bucket, as AWS throttles with: it refills steadily up to a burst.</summary>
/// <param name="Tokens">What was in it at <paramref name="AsOf"/>.</param>
/// <param name="AsOf">When that was.</param>
internal sealed record TokenBucket(double Tokens, DateTimeOffset AsOf)
{
    // So that a token that is due is there in spite of rounding.
    private const double Grain = 1e-6;

    internal static TokenBucket Full(BucketRate rate, DateTimeOffset now) => new(rate.Burst, now);

    internal int Available(BucketRate rate, DateTimeOffset now) => (int)(Level(rate, now) + Grain);

    internal TokenBucket Take(BucketRate rate, DateTimeOffset now, int tokens) => new(Math.Max(0, Level(rate, now) - tokens), now);

    private double Level(BucketRate rate, DateTimeOffset now) => Math.Min(rate.Burst, Tokens + ((now - AsOf).TotalSeconds * rate.PerSecond));
}

/// <summary>How much a bucket holds and how fast it refills.</summary>
internal sealed record BucketRate(double Burst, double PerSecond);
