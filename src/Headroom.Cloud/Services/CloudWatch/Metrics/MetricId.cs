using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>What tells one metric from another: namespace, name and dimensions, in any order.</summary>
internal static class MetricId
{
    internal static string Key(string? metricNamespace, string? name, IEnumerable<Dimension>? dimensions)
    {
        var sorted = (dimensions ?? []).Select(dimension => $"{dimension.Name}={dimension.Value}").Order(StringComparer.Ordinal);
        return $"{metricNamespace}\n{name}\n{string.Join('\n', sorted)}";
    }

    internal static string Key(Metric metric) => Key(metric.Namespace, metric.MetricName, metric.Dimensions);
}
