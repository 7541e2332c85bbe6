using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>Which metrics there are.</summary>
internal static class MetricCatalogue
{
    /// <summary>All metrics that have data, in order of their keys.</summary>
    internal static IEnumerable<Metric> All(Step step) => 
        step.Table(CloudWatchState.Metrics).All.Concat(MetricSources.All.SelectMany(source => source.All(step))).OrderBy(MetricId.Key, StringComparer.Ordinal);
}
