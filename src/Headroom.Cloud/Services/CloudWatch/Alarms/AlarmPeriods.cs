using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>An alarm's metric by the period: what was, and what is expected. Whether a value breaches is decided once, however many evaluations look at it.</summary>
internal sealed class AlarmPeriods
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private readonly DateTimeOffset _start;
    private readonly double?[] _values;
    private readonly bool?[] _breaching;

    /// <summary>The periods from <paramref name="start"/> (a period's beginning) to <paramref name="end"/>; the points in order of time.</summary>
    internal AlarmPeriods(MetricAlarm alarm, DateTimeOffset start, DateTimeOffset end, IEnumerable<MinutePoint> points)
    {
        (_start, Length) = (start, LengthOf(alarm));
        _values = new double?[(int)((end - start) / Length) + 1];
        var statistic = alarm.Statistic ?? alarm.ExtendedStatistic!;
        var (open, index) = (default(MinutePoint), -1);
        foreach (var point in points)
        {
            var at = (int)((point.Minute - start) / Length);
            if (at < 0 || at >= _values.Length || (alarm.Unit is not null && point.Unit is not null && alarm.Unit != point.Unit))
            {
                continue;
            }

            open = at == index ? open.And(point) : point;
            index = at;
            _values[at] = Statistics.Of(open, statistic);
        }

        _breaching = Array.ConvertAll(_values, value => value is { } known ? AlarmVerdict.Breaches(alarm, known) : (bool?)null);
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

    /// <summary>What an evaluation at <paramref name="time"/> looks at: whether the completed periods of the range breach, oldest first.</summary>
    internal ReadOnlySpan<bool?> RangeAt(MetricAlarm alarm, DateTimeOffset time)
    {
        var (first, last) = Bounds(alarm, time);
        return _breaching.AsSpan(first, last - first);
    }

    /// <summary>The values of the same periods.</summary>
    internal ReadOnlySpan<double?> ValuesAt(MetricAlarm alarm, DateTimeOffset time)
    {
        var (first, last) = Bounds(alarm, time);
        return _values.AsSpan(first, last - first);
    }

    /// <summary>When the period <paramref name="age"/> periods before an evaluation at <paramref name="time"/> began (1: the last completed one).</summary>
    internal DateTimeOffset Beginning(DateTimeOffset time, int age) => _start + (Length * ((int)((time - _start) / Length) - age));

    private (int First, int Last) Bounds(MetricAlarm alarm, DateTimeOffset time)
    {
        var last = Math.Min((int)((time - _start) / Length), _values.Length);
        return (Math.Max(0, last - AlarmVerdict.Range(alarm)), last);
    }
}
