using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>Which metrics there are.</summary>
internal static class MetricCatalogue
{
    private static readonly TimeSpan Recently = TimeSpan.FromHours(3);

    /// <summary>All metrics that have data, in order of their keys.</summary>
    internal static IEnumerable<Metric> All(Step step) => 
        step.Table(CloudWatchState.Metrics).All.Concat(MetricSources.All.SelectMany(source => source.All(step))).OrderBy(MetricId.Key, StringComparer.Ordinal);

    /// <summary>Whether it has data of the last three hours; as on AWS, give or take some minutes.</summary>
    internal static bool IsActive(Step step, Metric metric) => MetricReader.Points(step, metric, step.Now - Recently, step.Now.AddMinutes(1)).Any();
}
