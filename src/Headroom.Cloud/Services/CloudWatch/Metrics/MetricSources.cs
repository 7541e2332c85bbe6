using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Traffic;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>The rooms that compute metrics.</summary>
internal static class MetricSources
{
    internal static IReadOnlyList<IMetricSource> All { get; } = [new LoadMetrics()];

    /// <summary>What a metric is computed from, or null where somebody sends it.</summary>
    internal static string? SubjectOf(Metric metric) => All.Select(source => source.SubjectOf(metric)).FirstOrDefault(subject => subject is not null);

    /// <summary>Who computes this metric, or null where somebody sends it.</summary>
    internal static IMetricSource? For(Step step, Metric metric) => All.FirstOrDefault(source => source.Has(step, metric));
}
