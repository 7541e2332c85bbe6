using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>
/// When an alarm has to be evaluated. CloudWatch evaluates every alarm each minute; here each looks ahead to the minute in which its state
/// will change if nothing else does, and looks ahead again when something does. Alarms whose metric somebody sends are evaluated each minute
/// while there are data in their range, and not at all while there are none.
/// </summary>
internal static class AlarmSchedule
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    /// <summary>Alarms look no further ahead.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(1);

    /// <summary>Somebody sent data of a metric.</summary>
    internal static void DataCame(Step step, Metric metric) => Plan(step, step.Table(CloudWatchState.AlarmsByMetric).WithPrefix(MetricId.Key(metric) + "\n\n"));

    /// <summary>What metrics are computed from changed, and so what was foreseen of them.</summary>
    internal static void SubjectChanged(Step step, string subject) => Plan(step, step.Table(CloudWatchState.AlarmsBySubject).WithPrefix(subject + "\n\n"));

    /// <summary>Asks for the wake at which the alarm is evaluated next.</summary>
    internal static void Plan(Step step, MetricAlarm alarm)
    {
        if (alarm.Metrics is { Count: > 0 })
        {
            return;
        }

        var next = NextTick(alarm, step.Now);
        if (MetricSources.For(step, Metric(alarm)) is { } source)
        {
            step.WakeAt(CloudWatchService.Name, CloudWatchDynamics.AlarmWake(alarm.AlarmName!), FirstChange(step, alarm, source, next));
        }
        else if (MetricReader.Minutes(step, Metric(alarm), AlarmPeriods.RangeStart(alarm, step.Now), step.Now.AddMinutes(1)).Any() || WouldChange(alarm))
        {
            step.WakeAt(CloudWatchService.Name, CloudWatchDynamics.AlarmWake(alarm.AlarmName!), next);
        }
    }

    private static void Plan(Step step, IReadOnlyList<string> alarms)
    {
        foreach (var name in alarms)
        {
            Plan(step, step.Table(CloudWatchState.Alarms).Get(name).Alarm);
        }
    }

    internal static Metric Metric(MetricAlarm alarm) => new() { Namespace = alarm.Namespace, MetricName = alarm.MetricName, Dimensions = alarm.Dimensions };

    // The alarm's own second of the minute, so that alarms made at different times are not evaluated all at once.
    private static DateTimeOffset NextTick(MetricAlarm alarm, DateTimeOffset now)
    {
        var phase = alarm.AlarmConfigurationUpdatedTimestamp!.Value.UtcTicks % Tick.Ticks;
        var tick = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Tick.Ticks) + phase, TimeSpan.Zero);
        return tick > now ? tick : tick + Tick;
    }

    private static DateTimeOffset FirstChange(Step step, MetricAlarm alarm, IMetricSource source, DateTimeOffset next)
    {
        var (metric, start, end) = (Metric(alarm), AlarmPeriods.RangeStart(alarm, step.Now), next + Horizon);
        var points = source.Minutes(step, metric, start, step.Now).Concat(source.Expected(step, metric, end));
        var periods = new AlarmPeriods(alarm, start, end, points);
        for (var tick = next; tick < end; tick += Tick)
        {
            if (AlarmVerdict.Of(alarm, periods.RangeAt(alarm, tick)) is { } state && state != alarm.StateValue)
            {
                return tick;
            }
        }

        return end;
    }

    private static bool WouldChange(MetricAlarm alarm) =>
        AlarmVerdict.Of(alarm, new bool?[AlarmVerdict.Range(alarm)]) is { } state && state != alarm.StateValue;
}
