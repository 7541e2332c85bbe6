namespace Headroom.Traffic.Rates;

/// <summary>A day's rise and fall, as a cosine between its lowest and its highest rate.</summary>
/// <param name="Low">Requests per second at the quietest time, at least 0.</param>
/// <param name="High">Requests per second at the busiest time, at least <paramref name="Low"/>.</param>
/// <param name="PeakAt">Time of day (UTC) of the busiest moment.</param>
public sealed record DailyRate(double Low, double High, TimeSpan PeakAt) : RequestRate
{
    private const double Turn = 2 * Math.PI / 86_400;

    /// <inheritdoc/>
    public override double Requests(DateTimeOffset from, DateTimeOffset to)
    {
        var start = (double)((from.UtcTicks % TimeSpan.TicksPerDay) - PeakAt.Ticks) / TimeSpan.TicksPerSecond;
        var seconds = (double)(to.UtcTicks - from.UtcTicks) / TimeSpan.TicksPerSecond;
        var swing = (Math.Sin(Turn * (start + seconds)) - Math.Sin(Turn * start)) / Turn;
        return ((Low + High) / 2 * seconds) + ((High - Low) / 2 * swing);
    }
}
