using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>
/// When an alarm has to be evaluated. CloudWatch evaluates every alarm each minute (every ten seconds where its period is shorter than one);
/// here each looks ahead to the minute in which its state will change if nothing else does, and looks ahead again when something does. Alarms
/// whose metric somebody sends, and those on metric math, are evaluated in CloudWatch's cadence while there are data in their range, and not at
/// all while there are none.
/// </summary>
internal static class AlarmSchedule
{
    /// <summary>Alarms look no further ahead.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(1);

    /// <summary>Somebody sent data of a metric, which its key tells.</summary>
    internal static void DataCame(Step step, string metric) => Plan(step, step.Table(CloudWatchState.AlarmsByMetric).WithPrefix(metric + "\n\n"));

    /// <summary>What metrics are computed from changed, and so what was foreseen of them.</summary>
    internal static void SubjectChanged(Step step, string subject) => Plan(step, step.Table(CloudWatchState.AlarmsBySubject).WithPrefix(subject + "\n\n"));

    /// <summary>Asks for the wake at which the alarm is evaluated next.</summary>
    internal static void Plan(Step step, MetricAlarm alarm)
    {
        var next = NextTick(alarm, step.Now);
        if (!Watched.IsMath(alarm) && MetricSources.For(step, Watched.Metric(alarm)) is { } source)
        {
            step.WakeAt(CloudWatchService.Name, CloudWatchDynamics.AlarmWake(alarm.AlarmName!), FirstChange(step, alarm, source, next));
        }
        else if (Watched.Metrics(alarm).Any(metric => HasData(step, alarm, metric)) || (Watched.IsMath(alarm) && AlarmMath.ReadsTheClock(alarm)) || WouldChange(step, alarm))
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

    // The alarm's own second of the minute, so that alarms made at different times are not evaluated all at once.
    private static DateTimeOffset NextTick(MetricAlarm alarm, DateTimeOffset now)
    {
        var cadence = Watched.Cadence(alarm);
        var tick = MetricReader.FloorTo(now, cadence).AddTicks(alarm.AlarmConfigurationUpdatedTimestamp!.Value.UtcTicks % cadence.Ticks);
        return tick > now ? tick : tick + cadence;
    }

    private static DateTimeOffset FirstChange(Step step, MetricAlarm alarm, IMetricSource source, DateTimeOffset next)
    {
        var (metric, start, end, cadence) = (Watched.Metric(alarm), AlarmPeriods.RangeStart(alarm, step.Now), next + Horizon, Watched.Cadence(alarm));
        var points = source.Minutes(step, metric, start, step.Now).Concat(source.Expected(step, metric, end));
        var periods = AlarmPeriods.Of(alarm, start, end, points);
        for (var tick = next; tick < end; tick += cadence)
        {
            if (AlarmVerdict.Of(alarm, periods.RangeAt(alarm, tick)) is { } state && state != alarm.StateValue)
            {
                return tick;
            }
        }

        return end;
    }

    private static bool HasData(Step step, MetricAlarm alarm, Metric metric) =>
        MetricReader.Points(step, metric, AlarmPeriods.RangeStart(alarm, step.Now), step.Now.AddMinutes(1)).Any();

    // Without data: an expression can have a value all the same.
    private static bool WouldChange(Step step, MetricAlarm alarm) => AlarmVerdict.Of(
        alarm, Watched.IsMath(alarm) ? AlarmPeriods.Now(step, alarm).RangeAt(alarm, step.Now) : new bool?[AlarmVerdict.Range(alarm)]) is { } state && state != alarm.StateValue;
}
