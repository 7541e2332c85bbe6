using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Cloud.Services.ElasticLoadBalancing;
using Headroom.Traffic.Work;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>Serves loads up to now, and has alarms look ahead again when a load or its tasks change.</summary>
internal static class Loads
{
    /// <summary>The load, served up to now; null for a service that never had a task.</summary>
    internal static ServiceLoad? UpToDate(Step step, string key)
    {
        if (step.Table(TrafficState.Loads).Find(key) is not { } load || load.Backlog.AsOf == step.Now)
        {
            return step.Table(TrafficState.Loads).Find(key);
        }

        var minutes = new List<ServedMinute>();
        var backlog = load.Model.Serve(load.Backlog, load.Running, load.Serving, step.Now, minutes.Add);
        var served = load with
        {
            Backlog = backlog,
            Offered = load.Offered + minutes.Sum(minute => minute.Offered),
            Served = load.Served + minutes.Sum(minute => minute.Served),
            Dropped = load.Dropped + minutes.Sum(minute => minute.Dropped),
        };
        step.Table(TrafficState.Loads).Put(key, served);
        Keep(step, key, minutes);
        return served;
    }

    /// <summary>The completed minutes in [<paramref name="from"/>, <paramref name="to"/>).</summary>
    internal static IEnumerable<ServedMinute> Minutes(Step step, string key, DateTimeOffset from, DateTimeOffset to)
    {
        UpToDate(step, key);
        var earliest = step.Now - TrafficState.Kept - TimeSpan.FromHours(1);
        for (var hour = HourOf(from > earliest ? from : earliest); hour < to && hour <= step.Now; hour = hour.AddHours(1))
        {
            foreach (var minute in step.Table(TrafficState.Hours).Find(TrafficState.HourKey(key, hour))?.Minutes ?? [])
            {
                if (minute.Minute >= from && minute.Minute < to)
                {
                    yield return minute;
                }
            }
        }
    }

    /// <summary>The minutes from the present one on, if neither load nor tasks change.</summary>
    internal static IReadOnlyList<ServedMinute> Expected(Step step, string key, DateTimeOffset to)
    {
        var minutes = new List<ServedMinute>();
        if (UpToDate(step, key) is { } load)
        {
            load.Model.Serve(load.Backlog, load.Running, load.Serving, to, minutes.Add);
        }

        return minutes;
    }

    /// <summary>Replaces a load that is up to date.</summary>
    internal static void Put(Step step, ServiceLoad load)
    {
        step.Table(TrafficState.Loads).Put(load.Key, load);
        AlarmSchedule.Replan(step, LoadMetrics.OfService(load.Cluster, load.Service, "CPUUtilization"));
        AlarmSchedule.Replan(step, LoadMetrics.OfService(load.Cluster, load.Service, "MemoryUtilization"));
    }

    /// <summary>The service behind target groups, for the metrics of their load balancer.</summary>
    internal static void PutTargetGroups(Step step, string key, IEnumerable<string> targetGroupArns)
    {
        foreach (var name in targetGroupArns.Select(TargetGroupRecord.MetricName))
        {
            step.Table(TrafficState.TargetGroups).Put(name, key);
            AlarmSchedule.Replan(step, LoadMetrics.OfTargetGroup(name));
        }
    }

    private static void Keep(Step step, string key, List<ServedMinute> minutes)
    {
        var hours = step.Table(TrafficState.Hours);
        foreach (var group in minutes.GroupBy(minute => HourOf(minute.Minute)))
        {
            var hourKey = TrafficState.HourKey(key, group.Key);
            hours.Put(hourKey, new([.. hours.Find(hourKey)?.Minutes ?? [], .. group]));
            hours.Remove(TrafficState.HourKey(key, group.Key - TrafficState.Kept - TimeSpan.FromHours(1)));
        }
    }

    private static DateTimeOffset HourOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
