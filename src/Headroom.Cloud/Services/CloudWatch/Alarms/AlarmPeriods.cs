using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.MetricMath;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>An alarm's value by the period: what was, and what is expected. Whether a value breaches is decided once, however many evaluations look at it.</summary>
internal sealed class AlarmPeriods
{
    private readonly DateTimeOffset _start;
    private readonly TimeSpan _length;
    private readonly double?[] _values;
    private readonly bool?[] _breaching;

    private AlarmPeriods(MetricAlarm alarm, DateTimeOffset start, TimeSpan length, double?[] values)
    {
        (_start, _length, _values) = (start, length, values);
        _breaching = Array.ConvertAll(_values, value => value is { } known ? AlarmVerdict.Breaches(alarm, known) : (bool?)null);
    }

    /// <summary>What an evaluation now looks at.</summary>
    internal static AlarmPeriods Now(Step step, MetricAlarm alarm)
    {
        var start = RangeStart(alarm, step.Now);
        return Watched.IsMath(alarm)
            ? Of(alarm, start, step.Now, AlarmMath.Values(step, alarm, start))
            : Of(alarm, start, step.Now, MetricReader.Points(step, Watched.Metric(alarm), start, step.Now));
    }

    /// <summary>The periods of one metric from <paramref name="start"/> (a period's beginning) to <paramref name="end"/>; the points in order of time.</summary>
    internal static AlarmPeriods Of(MetricAlarm alarm, DateTimeOffset start, DateTimeOffset end, IEnumerable<MetricPoint> points)
    {
        var (length, statistic) = (Watched.Period(alarm), alarm.Statistic ?? alarm.ExtendedStatistic!);
        var values = new double?[(int)((end - start) / length) + 1];
        var (open, index) = (default(MetricPoint), -1);
        foreach (var point in points)
        {
            var at = (int)((point.Start - start) / length);
            if (at < 0 || at >= values.Length || (alarm.Unit is not null && point.Unit is not null && alarm.Unit != point.Unit))
            {
                continue;
            }

            open = at == index ? open.And(point) : point;
            index = at;
            values[at] = Statistics.Of(open, statistic);
        }

        return new(alarm, start, length, values);
    }

    /// <summary>The beginning of the first period that an evaluation at <paramref name="time"/> looks at.</summary>
    internal static DateTimeOffset RangeStart(MetricAlarm alarm, DateTimeOffset time)
    {
        var length = Watched.Period(alarm);
        return MetricReader.FloorTo(time, length) - (length * AlarmVerdict.Range(alarm));
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
    internal DateTimeOffset Beginning(DateTimeOffset time, int age) => _start + (_length * ((int)((time - _start) / _length) - age));

    private static AlarmPeriods Of(MetricAlarm alarm, DateTimeOffset start, DateTimeOffset end, IEnumerable<Sample> samples)
    {
        var length = Watched.Period(alarm);
        var values = new double?[(int)((end - start) / length) + 1];
        foreach (var sample in samples)
        {
            values[(int)((sample.Time - start) / length)] = sample.Value;
        }

        return new(alarm, start, length, values);
    }

    private (int First, int Last) Bounds(MetricAlarm alarm, DateTimeOffset time)
    {
        var last = Math.Min((int)((time - _start) / _length), _values.Length);
        return (Math.Max(0, last - AlarmVerdict.Range(alarm)), last);
    }
}
