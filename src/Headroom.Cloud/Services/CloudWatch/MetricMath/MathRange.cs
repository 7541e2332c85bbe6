namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>The time that is asked for, and the period of what is made of nothing (<c>TIME_SERIES(1)</c>).</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Period">Seconds.</param>
internal sealed record MathRange(DateTimeOffset From, DateTimeOffset To, int Period)
{
    /// <summary>Every time of the range at which a series of this period can have a value.</summary>
    internal IEnumerable<DateTimeOffset> Times(int period)
    {
        var step = TimeSpan.FromSeconds(period);
        for (var time = new DateTimeOffset(From.UtcTicks - (From.UtcTicks % step.Ticks), TimeSpan.Zero); time < To; time += step)
        {
            yield return time;
        }
    }
}
