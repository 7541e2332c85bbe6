using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>Which alarms watch a metric, and which watch one that is computed from something.</summary>
internal static class AlarmIndex
{
    internal static void Add(Step step, MetricAlarm alarm)
    {
        foreach (var metric in Watched.Metrics(alarm))
        {
            step.Table(CloudWatchState.AlarmsByMetric).Put(ByMetric(metric, alarm), alarm.AlarmName!);
            if (BySubject(metric, alarm) is { } key)
            {
                step.Table(CloudWatchState.AlarmsBySubject).Put(key, alarm.AlarmName!);
            }
        }
    }

    internal static void Remove(Step step, MetricAlarm alarm)
    {
        foreach (var metric in Watched.Metrics(alarm))
        {
            step.Table(CloudWatchState.AlarmsByMetric).Remove(ByMetric(metric, alarm));
            if (BySubject(metric, alarm) is { } key)
            {
                step.Table(CloudWatchState.AlarmsBySubject).Remove(key);
            }
        }
    }

    private static string ByMetric(Metric metric, MetricAlarm alarm) => $"{MetricId.Key(metric)}\n\n{alarm.AlarmName}";

    private static string? BySubject(Metric metric, MetricAlarm alarm) => MetricSources.SubjectOf(metric) is { } subject ? $"{subject}\n\n{alarm.AlarmName}" : null;
}
