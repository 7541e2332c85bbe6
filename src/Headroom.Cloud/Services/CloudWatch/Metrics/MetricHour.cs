using System.Collections.Immutable;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>One hour of a metric, a point for each minute (or second, of a high resolution) that has data, in order of time.</summary>
internal sealed record MetricHour(ImmutableArray<MetricPoint> Points)
{
    private const int ToTheHour = 13;

    /// <summary>One-minute data can be read for 15 days (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html).</summary>
    internal static TimeSpan Kept { get; } = TimeSpan.FromDays(15);

    internal static string KeyOf(string metricKey, DateTimeOffset time) => string.Concat(metricKey, "\n", Instants.Canonical(time).AsSpan(0, ToTheHour));

    /// <summary>The same hour with more data.</summary>
    internal MetricHour With(MetricPoint added)
    {
        var at = Points.Length;
        while (at > 0 && Points[at - 1].Start >= added.Start)
        {
            at--;
        }

        return this with
        {
            Points = at == Points.Length ? Points.Add(added)
                : Points[at].Start == added.Start ? Points.SetItem(at, Points[at].And(added))
                : Points.Insert(at, added),
        };
    }
}
