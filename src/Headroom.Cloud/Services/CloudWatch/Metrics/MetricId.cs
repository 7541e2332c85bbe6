using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>What tells one metric from another: namespace, name and dimensions, in any order.</summary>
internal static class MetricId
{
    internal static string Key(string? metricNamespace, string? name, IReadOnlyList<Dimension>? dimensions) => dimensions is [var only]
        ? $"{metricNamespace}\n{name}\n{only.Name}={only.Value}"
        : $"{metricNamespace}\n{name}\n{string.Join('\n', (dimensions ?? []).Select(dimension => $"{dimension.Name}={dimension.Value}").Order(StringComparer.Ordinal))}";

    internal static string Key(Metric metric) => Key(metric.Namespace, metric.MetricName, metric.Dimensions);
}
