using System.Collections.Immutable;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>One hour of a metric, a point for each minute that has data, in order of time.</summary>
internal sealed record MetricHour(ImmutableArray<MinutePoint> Points)
{
    /// <summary>One-minute data can be read for 15 days (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html).</summary>
    internal static TimeSpan Kept { get; } = TimeSpan.FromDays(15);

    internal static string KeyOf(string metricKey, DateTimeOffset time) => $"{metricKey}\n{time.UtcDateTime:yyyy-MM-ddTHH}";

    /// <summary>The same hour with more data in a minute.</summary>
    internal MetricHour With(MinutePoint added)
    {
        var at = Points.Count(point => point.Minute < added.Minute);
        return this with
        {
            Points = at == Points.Length ? Points.Add(added)
                : Points[at].Minute == added.Minute ? Points.SetItem(at, Points[at].And(added))
                : Points.Insert(at, added),
        };
    }
}
