using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>The metric that a target tracking policy keeps at its target.</summary>
internal sealed record TrackedMetric(string? Namespace, string? Name, IReadOnlyList<Dimension>? Dimensions, string? Statistic, string? Unit)
{
    private const int PeriodSeconds = 60;

    /// <summary>In place of one metric: queries, of which one gives the value.</summary>
    internal IReadOnlyList<MetricDataQuery>? Queries { get; init; }

    /// <summary>The period of one metric, in seconds; queries have their own.</summary>
    internal int? Period => Queries is null ? PeriodSeconds : null;

    /// <summary>A predefined metric of ECS or of its load balancer, or the caller's own.</summary>
    internal static TrackedMetric Of(string resourceId, TargetTrackingScalingPolicyConfiguration configuration) => configuration switch
    {
        { PredefinedMetricSpecification: { PredefinedMetricType: "ALBRequestCountPerTarget", ResourceLabel: { } label } } => PerTarget(label),
        { PredefinedMetricSpecification: { } predefined } => OfService(resourceId, predefined.PredefinedMetricType.Contains("Memory") ? "MemoryUtilization" : "CPUUtilization"),
        { CustomizedMetricSpecification.Metrics: { Count: > 0 } metrics } => new(null, null, null, null, null) { Queries = [.. metrics.Select(Query)] },
        { CustomizedMetricSpecification: { } own } => new(
            own.Namespace, own.MetricName, [.. (own.Dimensions ?? []).Select(d => new Dimension { Name = d.Name, Value = d.Value })], own.Statistic ?? "Average", own.Unit),
        _ => throw new InvalidOperationException("A target tracking policy without a metric was let in."),
    };

    private static TrackedMetric OfService(string resourceId, string name)
    {
        var (cluster, service) = AutoScalingNames.Service(resourceId)!.Value;
        return new("AWS/ECS", name, [new() { Name = "ClusterName", Value = cluster }, new() { Name = "ServiceName", Value = service }], "Average", "Percent");
    }

    // app/balancer/id/targetgroup/group/id
    private static TrackedMetric PerTarget(string label)
    {
        var at = label.IndexOf("/targetgroup/", StringComparison.Ordinal);
        Dimension[] dimensions = [new() { Name = "LoadBalancer", Value = label[..Math.Max(at, 0)] }, new() { Name = "TargetGroup", Value = label[(at + 1)..] }];
        return new("AWS/ApplicationELB", "RequestCountPerTarget", dimensions, "Sum", null);
    }

    private static MetricDataQuery Query(TargetTrackingMetricDataQuery query) => new()
    {
        Id = query.Id,
        Expression = query.Expression,
        Label = query.Label,
        ReturnData = query.ReturnData,
        MetricStat = query.MetricStat is not { Metric: var metric } stat ? null : new()
        {
            Metric = new()
            {
                Namespace = metric.Namespace,
                MetricName = metric.MetricName,
                Dimensions = [.. (metric.Dimensions ?? []).Select(dimension => new Dimension { Name = dimension.Name, Value = dimension.Value })],
            },
            Period = PeriodSeconds,
            Stat = stat.Stat,
            Unit = stat.Unit,
        },
    };
}
