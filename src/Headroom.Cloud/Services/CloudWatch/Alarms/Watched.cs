using Headroom.Cloud.Services.CloudWatch.MetricMath;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>What an alarm watches: one metric, or what is computed from several.</summary>
internal static class Watched
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>An alarm on metric math is evaluated like others, but its value comes from its queries.</summary>
    internal static bool IsMath(MetricAlarm alarm) => alarm.Metrics is { Count: > 0 };

    /// <summary>The metric of an alarm that watches one.</summary>
    internal static Metric Metric(MetricAlarm alarm) => new() { Namespace = alarm.Namespace, MetricName = alarm.MetricName, Dimensions = alarm.Dimensions };

    /// <summary>Every metric that the alarm's value depends on.</summary>
    internal static IEnumerable<Metric> Metrics(MetricAlarm alarm) =>
        IsMath(alarm) ? alarm.Metrics!.Select(query => query.MetricStat?.Metric).OfType<Metric>() : [Metric(alarm)];

    /// <summary>The query whose result the alarm compares.</summary>
    internal static MetricDataQuery Result(IReadOnlyList<MetricDataQuery> queries) => queries.Single(query => query.ReturnData != false);

    internal static TimeSpan Period(MetricAlarm alarm) => TimeSpan.FromSeconds(IsMath(alarm) ? MetricQueries.PeriodOf(alarm.Metrics!) : alarm.Period!.Value);

    /// <summary>How often it is evaluated: each minute; alarms of a high resolution every ten seconds.</summary>
    internal static TimeSpan Cadence(MetricAlarm alarm) => Period(alarm) < Minute ? TimeSpan.FromSeconds(10) : Minute;
}
