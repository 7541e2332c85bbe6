using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.MetricMath;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>A metric's statistic by the period, as queries and expressions take it.</summary>
internal static class MetricSamples
{
    internal static IEnumerable<Sample> Read(Step step, MetricStat stat, DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var (start, points) in MetricReader.Periods(step, stat.Metric, from, to, TimeSpan.FromSeconds(stat.Period), stat.Unit))
        {
            if (Statistics.Of(points, stat.Stat) is { } value)
            {
                yield return new(start, value);
            }
        }
    }
}
