using System.Runtime.InteropServices;
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

        var minutes = new List<ServedMinute>((int)(step.Now - load.Backlog.AsOf).TotalMinutes + 1);
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
        var earliest = step.Now - TrafficState.Kept - TrafficState.Batch;
        for (var batch = BatchOf(from > earliest ? from : earliest); batch < to && batch <= step.Now; batch += TrafficState.Batch)
        {
            foreach (var minute in step.Table(TrafficState.Minutes).Find(TrafficState.MinutesKey(key, batch))?.Minutes ?? [])
            {
                if (minute.Minute >= from && minute.Minute < to)
                {
                    yield return minute;
                }
            }
        }
    }

    /// <summary>The minutes from the present one on, if neither load nor tasks change.</summary>
    internal static IEnumerable<ServedMinute> Expected(Step step, string key, DateTimeOffset to) =>
        UpToDate(step, key) is { } load ? load.Model.Ahead(load.Backlog, load.Running, load.Serving, to) : [];

    /// <summary>Replaces a load that is up to date.</summary>
    internal static void Put(Step step, ServiceLoad load)
    {
        step.Table(TrafficState.Loads).Put(load.Key, load);
        AlarmSchedule.SubjectChanged(step, load.Key);
    }

    /// <summary>The service behind target groups, for the metrics of their load balancer.</summary>
    internal static void PutTargetGroups(Step step, string key, IEnumerable<string> targetGroupArns)
    {
        foreach (var name in targetGroupArns.Select(TargetGroupRecord.MetricName))
        {
            step.Table(TrafficState.TargetGroups).Put(name, key);
            AlarmSchedule.SubjectChanged(step, name);
        }
    }

    private static void Keep(Step step, string key, List<ServedMinute> minutes)
    {
        var table = step.Table(TrafficState.Minutes);
        for (var first = 0; first < minutes.Count;)
        {
            var (start, next) = (BatchOf(minutes[first].Minute), first + 1);
            while (next < minutes.Count && BatchOf(minutes[next].Minute) == start)
            {
                next++;
            }

            var batch = TrafficState.MinutesKey(key, start);
            table.Put(batch, new([.. table.Find(batch)?.Minutes ?? [], .. CollectionsMarshal.AsSpan(minutes)[first..next]]));
            table.Remove(TrafficState.MinutesKey(key, start - TrafficState.Kept - TrafficState.Batch));
            first = next;
        }
    }

    private static DateTimeOffset BatchOf(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TrafficState.Batch.Ticks), TimeSpan.Zero);
}
