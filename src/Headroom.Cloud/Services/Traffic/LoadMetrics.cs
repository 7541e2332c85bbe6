using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Traffic.Work;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>
/// The metrics that follow from a service's load: its own (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html), its
/// load balancer's (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html), and what only a model can know.
/// </summary>
internal sealed class LoadMetrics : IMetricSource
{
    /// <summary>Requests that came, were answered, were lost: no AWS metric counts the first and the last of a service.</summary>
    internal const string OwnNamespace = "Headroom/Traffic";

    private const string Ecs = "AWS/ECS";
    private const string Balancer = "AWS/ApplicationELB";

    private static readonly Dictionary<(string Namespace, string Name), Func<ServedMinute, MetricPoint?>> Known = new()
    {
        [(Ecs, "CPUUtilization")] = minute => Value(minute, minute.CpuPercent, "Percent"),
        [(Ecs, "MemoryUtilization")] = minute => Value(minute, minute.MemoryPercent, "Percent"),
        [(Balancer, "RequestCountPerTarget")] = minute => Value(minute, minute.ServingSeconds > 0 ? minute.Served / (minute.ServingSeconds / 60) : null, "None"),
        [(Balancer, "RequestCount")] = minute => Value(minute, minute.Served, "Count"),
        [(Balancer, "HTTPCode_Target_2XX_Count")] = minute => Value(minute, minute.Served, "Count"),
        [(Balancer, "HTTPCode_ELB_5XX_Count")] = minute => Value(minute, minute.Dropped > 0 ? minute.Dropped : null, "Count"),
        [(Balancer, "TargetResponseTime")] = minute => Value(minute, minute.Served > 0 ? minute.ResponseSeconds / minute.Served : null, "Seconds"),
        [(Balancer, "HealthyHostCount")] = minute => Value(minute, minute.ServingSeconds / 60, "Count"),
        [(OwnNamespace, "OfferedRequests")] = minute => Value(minute, minute.Offered, "Count"),
        [(OwnNamespace, "ServedRequests")] = minute => Value(minute, minute.Served, "Count"),
        [(OwnNamespace, "DroppedRequests")] = minute => Value(minute, minute.Dropped, "Count"),
    };

    public string? SubjectOf(Metric metric) => metric switch
    {
        { Namespace: Balancer } => Dimension(metric, "TargetGroup"),
        { Namespace: Ecs or OwnNamespace } => Service(metric),
        _ => null,
    };

    public bool Has(Step step, Metric metric) => Known.ContainsKey((metric.Namespace!, metric.MetricName!)) && ServiceOf(step, metric) is not null;

    public IEnumerable<Metric> All(Step step)
    {
        foreach (var load in step.Table(TrafficState.Loads).All)
        {
            Dimension[] dimensions = [new() { Name = "ClusterName", Value = load.Cluster }, new() { Name = "ServiceName", Value = load.Service }];
            foreach (var (metricNamespace, name) in Known.Keys.Where(key => key.Namespace != Balancer))
            {
                yield return new() { Namespace = metricNamespace, MetricName = name, Dimensions = dimensions };
            }
        }

        foreach (var (group, _) in step.Table(TrafficState.TargetGroups).Page("", null, int.MaxValue))
        {
            foreach (var (metricNamespace, name) in Known.Keys.Where(key => key.Namespace == Balancer))
            {
                yield return new() { Namespace = metricNamespace, MetricName = name, Dimensions = [new() { Name = "TargetGroup", Value = group }] };
            }
        }
    }

    public IEnumerable<MetricPoint> Minutes(Step step, Metric metric, DateTimeOffset from, DateTimeOffset to) =>
        Points(metric, Loads.Minutes(step, ServiceOf(step, metric)!, from, to));

    public IEnumerable<MetricPoint> Expected(Step step, Metric metric, DateTimeOffset to) =>
        Points(metric, Loads.Expected(step, ServiceOf(step, metric)!, to));

    private static IEnumerable<MetricPoint> Points(Metric metric, IEnumerable<ServedMinute> minutes)
    {
        var point = Known[(metric.Namespace!, metric.MetricName!)];
        foreach (var minute in minutes)
        {
            if (point(minute) is { } known)
            {
                yield return known;
            }
        }
    }

    private static string? ServiceOf(Step step, Metric metric) => metric.Namespace == Balancer
        ? Dimension(metric, "TargetGroup") is { } group ? step.Table(TrafficState.TargetGroups).Find(group) : null
        : Service(metric) is { } service ? step.Table(TrafficState.Loads).Find(service)?.Key : null;

    private static string? Service(Metric metric) =>
        Dimension(metric, "ClusterName") is { } cluster && Dimension(metric, "ServiceName") is { } service ? $"{cluster}/{service}" : null;

    private static string? Dimension(Metric metric, string name) => metric.Dimensions?.FirstOrDefault(dimension => dimension.Name == name)?.Value;

    private static MetricPoint? Value(ServedMinute minute, double? value, string unit) => value is { } known ? new(minute.Minute, 1, known, known, known, unit, []) : null;
}
