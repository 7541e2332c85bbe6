namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>
/// <c>IF(condition, trueValue, falseValue)</c> (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#using-IF-expressions).
/// A condition that is a number chooses one of the two values (where one of them is a series, a number stands for one that has it at all
/// times); one that is a series chooses for each time at which it has a value:
/// <list type="table">
/// <item><term>not 0</term><description>the true value; 0 where that is missing</description></item>
/// <item><term>0</term><description>the false value; none where that is missing or not given</description></item>
/// </list>
/// </summary>
internal static class IfFunction
{
    internal static MathValue Of(MathCall call)
    {
        call.Expect(2, 3);
        var (condition, whenTrue) = (call.Value(0), call.Value(1));
        var whenFalse = call.Count == 3 ? call.Value(2) : null;
        return condition switch
        {
            MathValue.Scalar number => Either(call, number.Value != 0 ? 0 : 1, [whenTrue, whenFalse ?? new MathValue.Series(new("", call.Range.Period, []))]),
            MathValue.Series series => new MathValue.Series(Chosen(series.Value, At(call, whenTrue), At(call, whenFalse))),
            var other => throw call.Unsupported(other),
        };
    }

    private static MathValue Either(MathCall call, int chosen, IReadOnlyList<MathValue> values) => values[chosen] switch
    {
        _ when values.FirstOrDefault(value => value is MathValue.Array) is { } array => throw call.Unsupported(array),
        MathValue.Scalar scalar when values.Any(value => value is MathValue.Series) => new MathValue.Series(call.Constant(scalar.Value)),
        var value => value,
    };

    private static TimeSeries Chosen(TimeSeries condition, Func<DateTimeOffset, double?> whenTrue, Func<DateTimeOffset, double?> whenFalse) =>
        condition.With(condition.Samples.Select(sample => sample with { Value = (sample.Value != 0 ? whenTrue(sample.Time) ?? 0 : whenFalse(sample.Time)) ?? double.NaN }));

    private static Func<DateTimeOffset, double?> At(MathCall call, MathValue? value)
    {
        switch (value)
        {
            case null:
                return _ => null;
            case MathValue.Scalar scalar:
                return _ => scalar.Value;
            case MathValue.Series series:
                var values = series.Value.ByTime();
                return time => values.TryGetValue(time, out var at) ? at : null;
            default:
                throw call.Unsupported(value);
        }
    }
}
