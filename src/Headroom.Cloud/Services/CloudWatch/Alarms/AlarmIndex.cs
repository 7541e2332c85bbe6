using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>Which alarms watch a metric, and which watch one that is computed from something.</summary>
internal static class AlarmIndex
{
    internal static void Add(Step step, MetricAlarm alarm)
    {
        step.Table(CloudWatchState.AlarmsByMetric).Put(ByMetric(alarm), alarm.AlarmName!);
        if (BySubject(alarm) is { } key)
        {
            step.Table(CloudWatchState.AlarmsBySubject).Put(key, alarm.AlarmName!);
        }
    }

    internal static void Remove(Step step, MetricAlarm alarm)
    {
        step.Table(CloudWatchState.AlarmsByMetric).Remove(ByMetric(alarm));
        if (BySubject(alarm) is { } key)
        {
            step.Table(CloudWatchState.AlarmsBySubject).Remove(key);
        }
    }

    private static string ByMetric(MetricAlarm alarm) => $"{MetricId.Key(AlarmSchedule.Metric(alarm))}\n\n{alarm.AlarmName}";

    private static string? BySubject(MetricAlarm alarm) => MetricSources.SubjectOf(AlarmSchedule.Metric(alarm)) is { } subject ? $"{subject}\n\n{alarm.AlarmName}" : null;
}
