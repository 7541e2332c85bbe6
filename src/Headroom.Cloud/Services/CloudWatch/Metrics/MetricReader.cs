using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>Reads metrics by the minute and by the period.</summary>
internal static class MetricReader
{
    /// <summary>The minutes that have data in [<paramref name="from"/>, <paramref name="to"/>), in order.</summary>
    internal static IEnumerable<MinutePoint> Minutes(Step step, Metric metric, DateTimeOffset from, DateTimeOffset to) =>
        MetricSources.For(step, metric) is { } source ? source.Minutes(step, metric, from, to) : Kept(step, metric, from, to);

    private static IEnumerable<MinutePoint> Kept(Step step, Metric metric, DateTimeOffset from, DateTimeOffset to)
    {
        var (key, data) = (MetricId.Key(metric), step.Table(CloudWatchState.Data));
        for (var hour = FloorTo(from, TimeSpan.FromHours(1)); hour < to; hour += TimeSpan.FromHours(1))
        {
            foreach (var point in data.Find(MetricHour.KeyOf(key, hour))?.Points ?? [])
            {
                if (point.Minute >= from && point.Minute < to)
                {
                    yield return point;
                }
            }
        }
    }

    /// <summary>The periods that have data, by their beginning, in order.</summary>
    internal static IEnumerable<(DateTimeOffset Start, IReadOnlyList<MinutePoint> Points)> Periods(Step step, Metric metric, DateTimeOffset from, DateTimeOffset to, TimeSpan period, string? unit) =>
        Minutes(step, metric, FloorTo(from, period < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : period), to)
            .Where(point => unit is null || point.Unit == unit)
            .GroupBy(point => FloorTo(point.Minute, period))
            .Select(group => (group.Key, (IReadOnlyList<MinutePoint>)group.ToList()));

    private static DateTimeOffset FloorTo(DateTimeOffset time, TimeSpan period) => new(time.UtcTicks - (time.UtcTicks % period.Ticks), TimeSpan.Zero);
}
