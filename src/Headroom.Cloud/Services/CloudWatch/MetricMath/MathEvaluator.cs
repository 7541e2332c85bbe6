namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>Computes expressions over a range of time.</summary>
/// <param name="range">The range.</param>
/// <param name="value">The value of another query, by its id; null where the request has none of this id.</param>
/// <param name="metrics">The request's metrics, by their ids, in its order: what <c>METRICS()</c> gives.</param>
internal sealed class MathEvaluator(MathRange range, Func<string, MathValue?> value, Func<IEnumerable<TimeSeries>> metrics)
{
    internal MathRange Range => range;

    internal IEnumerable<TimeSeries> Metrics => metrics();

    /// <exception cref="MathFault">Types that do not go together, an unknown id or function.</exception>
    internal MathValue Evaluate(MathExpression expression) => expression switch
    {
        MathExpression.Number number => new MathValue.Scalar(number.Value),
        MathExpression.Name name => value(name.Value) ?? throw new MathFault($"Unknown metric or expression id '{name.Value}'"),
        MathExpression.Negation negation => MathOperators.Negate(Evaluate(negation.Operand)),
        MathExpression.Operation operation => MathOperators.Apply(operation.Operator, Evaluate(operation.Left), Evaluate(operation.Right)),
        MathExpression.List list => new MathValue.Array([.. list.Items.SelectMany(item => SeriesOf(Evaluate(item)))]),
        MathExpression.Call call => MathFunctions.Call(this, call),
        _ => throw new MathFault("A text may only be the argument of METRICS"),
    };

    private static IReadOnlyList<TimeSeries> SeriesOf(MathValue item) =>
        item is MathValue.Scalar ? throw new MathFault("An array holds time series: 'Scalar' is none") : item.AllSeries;
}
