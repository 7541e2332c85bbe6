namespace Headroom.Traffic.Rates;

/// <summary>The same rate for ever.</summary>
/// <param name="RequestsPerSecond">At least 0.</param>
public sealed record ConstantRate(double RequestsPerSecond) : RequestRate
{
    /// <inheritdoc/>
    public override double Requests(DateTimeOffset from, DateTimeOffset to) => RequestsPerSecond * (to - from).TotalSeconds;
}
