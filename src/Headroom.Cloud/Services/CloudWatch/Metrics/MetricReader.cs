using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>Reads metrics by the minute (those of a high resolution by the second) and by the period.</summary>
internal static class MetricReader
{
    /// <summary>How long data of a period shorter than a minute can be read (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html).</summary>
    private static readonly TimeSpan FineDataKept = TimeSpan.FromHours(3);

    /// <summary>The points in [<paramref name="from"/>, <paramref name="to"/>), in order.</summary>
    internal static IEnumerable<MetricPoint> Points(Step step, Metric metric, DateTimeOffset from, DateTimeOffset to) =>
        MetricSources.For(step, metric) is { } source ? source.Minutes(step, metric, from, to) : Kept(step, metric, from, to);

    private static IEnumerable<MetricPoint> Kept(Step step, Metric metric, DateTimeOffset from, DateTimeOffset to)
    {
        var (key, data) = (MetricId.Key(metric), step.Table(CloudWatchState.Data));
        for (var hour = FloorTo(from, TimeSpan.FromHours(1)); hour < to; hour += TimeSpan.FromHours(1))
        {
            foreach (var point in data.Find(MetricHour.KeyOf(key, hour))?.Points ?? [])
            {
                if (point.Start >= from && point.Start < to)
                {
                    yield return point;
                }
            }
        }
    }

    /// <summary>The periods that have data, by their beginning, in order.</summary>
    internal static IEnumerable<(DateTimeOffset Start, IReadOnlyList<MetricPoint> Points)> Periods(Step step, Metric metric, DateTimeOffset from, DateTimeOffset to, TimeSpan period, string? unit)
    {
        var start = FloorTo(from, period);
        if (period < TimeSpan.FromMinutes(1) && start < step.Now - FineDataKept)
        {
            start = FloorTo(step.Now - FineDataKept, period);
        }

        return Points(step, metric, start, to)
            .Where(point => unit is null || point.Unit == unit)
            .GroupBy(point => FloorTo(point.Start, period))
            .Select(group => (group.Key, (IReadOnlyList<MetricPoint>)group.ToList()));
    }

    /// <summary>The latest beginning of a period that is not after a time.</summary>
    internal static DateTimeOffset FloorTo(DateTimeOffset time, TimeSpan period) => new(time.UtcTicks - (time.UtcTicks % period.Ticks), TimeSpan.Zero);
}
