namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>
/// Functions that make one number of a time series, and one time series of an array. In an array's average a missing value counts as 0, its
/// least and largest are of those that are there.
/// </summary>
internal static class AggregateFunctions
{
    internal static IReadOnlyDictionary<string, Func<MathCall, MathValue>> All { get; } = new Dictionary<string, Func<MathCall, MathValue>>
    {
        ["SUM"] = Aggregate((values, _) => values.Sum()),
        ["AVG"] = Aggregate((values, count) => values.Sum() / count),
        ["MIN"] = Aggregate((values, _) => values.Min()),
        ["MAX"] = Aggregate((values, _) => values.Max()),
        ["STDDEV"] = Aggregate((values, _) => Deviation(values)),
        ["DATAPOINT_COUNT"] = Aggregate((values, _) => values.Count, ofNothing: 0),
        ["METRIC_COUNT"] = call =>
        {
            call.Expect(1, 1);
            return new MathValue.Scalar(call.Array(0).Count);
        },
        ["PERIOD"] = call => new MathValue.Scalar(call.Only() is MathValue.Series { Value: { MetricQuery: not null, Period: var period } }
            ? period
            : throw call.Fault("its argument is a metric, not the result of an expression")),
    };

    /// <summary>What <c>SORT</c> may sort by.</summary>
    internal static double? Of(string function, TimeSeries series) => (function, series.IsEmpty) switch
    {
        (_, true) => null,
        ("SUM", _) => series.Samples.Sum(sample => sample.Value),
        ("AVG", _) => series.Samples.Average(sample => sample.Value),
        ("MIN", _) => series.Samples.Min(sample => sample.Value),
        _ => series.Samples.Max(sample => sample.Value),
    };

    // The values at hand, and how many there would be if none were missing.
    private static Func<MathCall, MathValue> Aggregate(Func<IReadOnlyList<double>, int, double> value, double ofNothing = double.NaN) => call => call.Only() switch
    {
        MathValue.Series { Value.IsEmpty: true } => new MathValue.Scalar(ofNothing),
        MathValue.Series series => new MathValue.Scalar(value([.. series.Value.Samples.Select(sample => sample.Value)], series.Value.Samples.Count)),
        MathValue.Array array => new MathValue.Series(Across(array.Items, call.Range.Period, value)),
        var other => throw call.Unsupported(other),
    };

    private static TimeSeries Across(IReadOnlyList<TimeSeries> items, int period, Func<IReadOnlyList<double>, int, double> value)
    {
        var empty = new TimeSeries("", items.Count > 0 ? items[0].Period : period, []);
        return empty.With(items.SelectMany(series => series.Samples)
            .GroupBy(sample => sample.Time, sample => sample.Value)
            .OrderBy(time => time.Key)
            .Select(time => new Sample(time.Key, value([.. time], items.Count))));
    }

    // Of all there are, not of a sample of them: AWS does not say which of the two.
    private static double Deviation(IReadOnlyList<double> values)
    {
        var average = values.Average();
        return Math.Sqrt(values.Average(value => (value - average) * (value - average)));
    }
}
