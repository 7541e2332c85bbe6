using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>An alarm's metric by the period, in an array: what was, and what is expected.</summary>
internal sealed class AlarmPeriods
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private readonly DateTimeOffset _start;
    private readonly double?[] _values;

    /// <summary>The periods from <paramref name="start"/> (a period's beginning) to <paramref name="end"/>.</summary>
    internal AlarmPeriods(MetricAlarm alarm, DateTimeOffset start, DateTimeOffset end, IEnumerable<MinutePoint> points)
    {
        (_start, Length) = (start, LengthOf(alarm));
        _values = new double?[(int)((end - start) / Length) + 1];
        var statistic = alarm.Statistic ?? alarm.ExtendedStatistic!;
        var group = new List<MinutePoint>();
        var index = -1;
        foreach (var point in points)
        {
            var at = (int)((point.Minute - start) / Length);
            if (at != index && group.Count > 0)
            {
                _values[index] = Statistics.Of(group, statistic);
                group.Clear();
            }

            index = at;
            if (at >= 0 && at < _values.Length && (alarm.Unit is null || point.Unit is null || alarm.Unit == point.Unit))
            {
                group.Add(point);
            }
        }

        if (group.Count > 0)
        {
            _values[index] = Statistics.Of(group, statistic);
        }
    }

    /// <summary>Data are kept by the minute, so that no period is shorter.</summary>
    internal TimeSpan Length { get; }

    internal static TimeSpan LengthOf(MetricAlarm alarm)
    {
        var period = TimeSpan.FromSeconds(alarm.Period!.Value);
        return period < Shortest ? Shortest : period;
    }

    /// <summary>The beginning of the first period that an evaluation at <paramref name="time"/> looks at.</summary>
    internal static DateTimeOffset RangeStart(MetricAlarm alarm, DateTimeOffset time)
    {
        var length = LengthOf(alarm);
        return new DateTimeOffset(time.UtcTicks - (time.UtcTicks % length.Ticks), TimeSpan.Zero) - (length * AlarmVerdict.Range(alarm));
    }

    /// <summary>What an evaluation at <paramref name="time"/> looks at: the completed periods of the range, oldest first.</summary>
    internal ReadOnlySpan<double?> RangeAt(MetricAlarm alarm, DateTimeOffset time)
    {
        var last = (int)((time - _start) / Length);
        var first = Math.Max(0, last - AlarmVerdict.Range(alarm));
        return _values.AsSpan(first, Math.Min(last, _values.Length) - first);
    }

    /// <summary>When the period <paramref name="age"/> periods before an evaluation at <paramref name="time"/> began (1: the last completed one).</summary>
    internal DateTimeOffset Beginning(DateTimeOffset time, int age) => _start + (Length * ((int)((time - _start) / Length) - age));
}
