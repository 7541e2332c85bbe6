namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>Functions that give another value at each time.</summary>
internal static class ValueFunctions
{
    internal static IReadOnlyDictionary<string, Func<MathCall, MathValue>> All { get; } = new Dictionary<string, Func<MathCall, MathValue>>
    {
        ["ABS"] = Each(Math.Abs),
        ["CEIL"] = Each(Math.Ceiling),
        ["FLOOR"] = Each(Math.Floor),
        ["LOG"] = Each(Math.Log),
        ["LOG10"] = Each(Math.Log10),
        ["DIFF"] = Steps((before, after) => after.Value - before.Value),
        ["DIFF_TIME"] = Steps((before, after) => (after.Time - before.Time).TotalSeconds),
        ["RATE"] = Steps((before, after) => (after.Value - before.Value) / (after.Time - before.Time).TotalSeconds),
        ["RUNNING_SUM"] = call => call.Each(call.Only(), RunningSum),
        ["TIME_SERIES"] = TimeSeries,
    };

    private static Func<MathCall, MathValue> Each(Func<double, double> value) => call => call.Each(call.Only(), series => series.Map(value));

    // The first value has none before it, and so no difference.
    private static Func<MathCall, MathValue> Steps(Func<Sample, Sample, double> value) => call => call.Each(call.Only(), series =>
        series.With(series.Samples.Zip(series.Samples.Skip(1), (before, after) => after with { Value = value(before, after) })));

    private static TimeSeries RunningSum(TimeSeries series)
    {
        var sum = 0.0;
        return series.Map(value => sum += value);
    }

    private static MathValue.Series TimeSeries(MathCall call)
    {
        call.Expect(1, 1);
        return new MathValue.Series(call.Constant(call.Scalar(0)));
    }
}
