using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Cloud.Services.CloudWatch.CompositeAlarms;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>What the CloudWatch room keeps.</summary>
internal static class CloudWatchState
{
    /// <summary>Alarms by name.</summary>
    internal static readonly TableName<AlarmRecord> Alarms = new("cloudwatch/alarms");

    /// <summary>Composite alarms by name.</summary>
    internal static readonly TableName<CompositeRecord> CompositeAlarms = new("cloudwatch/composite-alarms");

    /// <summary>Names of composite alarms, by the name of an alarm of their rule, an empty line, and their name.</summary>
    internal static readonly TableName<string> CompositesByChild = new("cloudwatch/composites-by-child");

    /// <summary>Names of composite alarms, by the name of the alarm that suppresses their actions, an empty line, and their name.</summary>
    internal static readonly TableName<string> CompositesBySuppressor = new("cloudwatch/composites-by-suppressor");

    /// <summary>Names of alarms, by the key of their metric, an empty line, and their name.</summary>
    internal static readonly TableName<string> AlarmsByMetric = new("cloudwatch/alarms-by-metric");

    /// <summary>Names of alarms on computed metrics, by what those are computed from, an empty line, and their name.</summary>
    internal static readonly TableName<string> AlarmsBySubject = new("cloudwatch/alarms-by-subject");

    /// <summary>Metrics that have data, by <see cref="MetricId"/>.</summary>
    internal static readonly TableName<Metric> Metrics = new("cloudwatch/metrics");

    /// <summary>An hour of a metric's data, by <see cref="MetricHour.KeyOf"/>.</summary>
    internal static readonly TableName<MetricHour> Data = new("cloudwatch/data");
}
