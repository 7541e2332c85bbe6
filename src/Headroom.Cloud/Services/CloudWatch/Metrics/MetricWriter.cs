using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>Keeps data that somebody sends.</summary>
internal static class MetricWriter
{
    internal static void Write(Step step, Metric metric, IReadOnlyList<MetricPoint> points)
    {
        var (key, data, metrics) = (MetricId.Key(metric), step.Table(CloudWatchState.Data), step.Table(CloudWatchState.Metrics));
        if (metrics.Find(key) is null)
        {
            metrics.Put(key, metric);
        }

        foreach (var point in points)
        {
            var hour = MetricHour.KeyOf(key, point.Start);
            if (data.Find(hour) is not { } kept)
            {
                kept = new([]);
                step.WakeAt(CloudWatchService.Name, CloudWatchDynamics.ForgetWake(hour), point.Start + MetricHour.Kept);
            }

            data.Put(hour, kept.With(point));
        }

        AlarmSchedule.DataCame(step, key);
    }
}
