namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>
/// The operators. Missing values count as 0, and what would divide by zero is dropped
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax-arithmetic); comparisons give 1 or 0.
/// </summary>
internal static class MathOperators
{
    private static readonly Dictionary<string, Func<double, double, double>> Known = new()
    {
        ["+"] = (left, right) => left + right,
        ["-"] = (left, right) => left - right,
        ["*"] = (left, right) => left * right,
        ["/"] = (left, right) => right == 0 ? double.NaN : left / right,
        ["^"] = Math.Pow,
        ["=="] = (left, right) => Truth(left.Equals(right)),
        ["!="] = (left, right) => Truth(!left.Equals(right)),
        ["<"] = (left, right) => Truth(left < right),
        [">"] = (left, right) => Truth(left > right),
        ["<="] = (left, right) => Truth(left <= right),
        [">="] = (left, right) => Truth(left >= right),
        ["AND"] = (left, right) => Truth(left != 0 && right != 0),
        ["OR"] = (left, right) => Truth(left != 0 || right != 0),
    };

    internal static MathValue Apply(string symbol, MathValue left, MathValue right)
    {
        var value = Known[symbol];
        return (left, right) switch
        {
            (MathValue.Scalar one, MathValue.Scalar two) => new MathValue.Scalar(value(one.Value, two.Value)),
            (MathValue.Scalar one, MathValue.Series two) => new MathValue.Series(two.Value.Map(sample => value(one.Value, sample))),
            (MathValue.Series one, MathValue.Scalar two) => new MathValue.Series(one.Value.Map(sample => value(sample, two.Value))),
            (MathValue.Series one, MathValue.Series two) => new MathValue.Series(one.Value.Join(two.Value, value)),
            (MathValue.Array one, MathValue.Scalar two) => Each(one, series => series.Map(sample => value(sample, two.Value))),
            (MathValue.Scalar one, MathValue.Array two) => Each(two, series => series.Map(sample => value(one.Value, sample))),
            (MathValue.Array one, MathValue.Series two) => Each(one, series => series.Join(two.Value, value)),
            (MathValue.Series one, MathValue.Array two) => Each(two, series => one.Value.Join(series, value) with { Label = series.Label }),
            _ => throw new MathFault($"Unsupported operand type(s) for {symbol}: '[{left.Kind}, {right.Kind}]'"),
        };
    }

    internal static MathValue Negate(MathValue value) => value switch
    {
        MathValue.Scalar scalar => new MathValue.Scalar(0 - scalar.Value),
        MathValue.Series series => new MathValue.Series(series.Value.Map(sample => 0 - sample)),
        MathValue.Array array => Each(array, series => series.Map(sample => 0 - sample)),
        _ => throw new InvalidOperationException($"A value of an unknown kind: {value}"),
    };

    private static MathValue.Array Each(MathValue.Array array, Func<TimeSeries, TimeSeries> change) => new([.. array.Items.Select(change)]);

    private static double Truth(bool isSo) => isSo ? 1 : 0;
}
