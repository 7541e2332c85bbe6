namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>A series of values in order of time; a time at which there is none is missing.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Period">Seconds from one value to the next where none is missing.</param>
/// <param name="Samples">The values. What is no finite number is no value.</param>
internal sealed record TimeSeries(string Label, int Period, IReadOnlyList<Sample> Samples)
{
    /// <summary>The query that read it from a metric; null for what was computed.</summary>
    internal string? MetricQuery { get; init; }

    internal bool IsEmpty => Samples.Count == 0;

    /// <summary>Another value at each time; not finite (a division by zero, the logarithm of zero) is none.</summary>
    internal TimeSeries Map(Func<double, double> value) => With(Samples.Select(sample => sample with { Value = value(sample.Value) }));

    /// <summary>Other values under the same label.</summary>
    internal TimeSeries With(IEnumerable<Sample> samples) => new(Label, Period, [.. samples.Where(sample => double.IsFinite(sample.Value))]);

    /// <summary>A value for each time at which either series has one; where the other is missing it counts as 0.</summary>
    internal TimeSeries Join(TimeSeries other, Func<double, double, double> value)
    {
        return With(Joined());

        IEnumerable<Sample> Joined()
        {
            var (left, right) = (0, 0);
            while (left < Samples.Count || right < other.Samples.Count)
            {
                var one = left < Samples.Count ? Samples[left] : new(DateTimeOffset.MaxValue, 0);
                var two = right < other.Samples.Count ? other.Samples[right] : new(DateTimeOffset.MaxValue, 0);
                var time = one.Time < two.Time ? one.Time : two.Time;
                yield return new(time, value(one.Time == time ? one.Value : 0, two.Time == time ? two.Value : 0));
                left += one.Time == time ? 1 : 0;
                right += two.Time == time ? 1 : 0;
            }
        }
    }

    /// <summary>The values by their times.</summary>
    internal IReadOnlyDictionary<DateTimeOffset, double> ByTime() => Samples.ToDictionary(sample => sample.Time, sample => sample.Value);
}
