namespace Headroom.Traffic.Rates;

/// <summary>
/// The load after a push notification: a share of the audience opens it, at lognormally distributed times after it was sent, and each
/// open makes a number of requests.
/// <para>
/// The figures people know: Leanplum, "Personalize or Bust" (2016, 1.5 billion pushes): 1.77 % of pushes are opened on iOS, after 7
/// minutes in the median; 3.48 % on Android, after 48 minutes. The default median is that of iOS: the quick half is what capacity has to
/// be there for. The default spread of 1.2 puts 90 % of the opens within 33 minutes; no source gives it.
/// </para>
/// </summary>
/// <param name="SentAt">When the notification reaches its audience.</param>
/// <param name="Audience">How many people get it, at least 0.</param>
public sealed record NotificationBurst(DateTimeOffset SentAt, double Audience) : RequestRate
{
    /// <summary>The share that opens it, 0 to 1.</summary>
    public double OpenRate { get; init; } = 0.0263;

    /// <summary>After how many minutes half of the opens have happened, above 0.</summary>
    public double MedianMinutes { get; init; } = 7;

    /// <summary>The standard deviation of the logarithm of the time to open, above 0.</summary>
    public double Spread { get; init; } = 1.2;

    /// <summary>Requests that each open makes, at least 0.</summary>
    public double RequestsPerOpen { get; init; } = 10;

    /// <inheritdoc/>
    public override double Requests(DateTimeOffset from, DateTimeOffset to) =>
        to <= SentAt ? 0 : Audience * OpenRate * RequestsPerOpen * (OpenedBy(to) - OpenedBy(from));

    /// <summary>The share of all opens that have happened by then, 0 to 1.</summary>
    public double OpenedBy(DateTimeOffset time)
    {
        var minutes = (time - SentAt).TotalMinutes;
        return minutes <= 0 ? 0 : NormalDistribution.Below(Math.Log(minutes / MedianMinutes) / Spread);
    }
}
