namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>A function that is being computed: its arguments, as each function wants to have them.</summary>
internal sealed class MathCall(MathEvaluator evaluator, MathExpression.Call call)
{
    internal MathRange Range => evaluator.Range;

    internal IEnumerable<TimeSeries> Metrics => evaluator.Metrics;

    internal int Count => call.Arguments.Count;

    internal MathFault Fault(string message) => new($"{call.Function}: {message}");

    /// <summary>Refuses another number of arguments.</summary>
    internal void Expect(int least, int most)
    {
        if (Count < least || Count > most)
        {
            throw Fault($"{(least == most ? $"{least}" : $"{least} to {most}")} argument(s) expected, found {Count}");
        }
    }

    internal MathValue Value(int index) => evaluator.Evaluate(call.Arguments[index]);

    /// <summary>The only argument.</summary>
    internal MathValue Only()
    {
        Expect(1, 1);
        return Value(0);
    }

    internal double Scalar(int index) => Value(index) is MathValue.Scalar scalar ? scalar.Value : throw Unsupported(Value(index));

    internal IReadOnlyList<TimeSeries> Array(int index) => Value(index) is MathValue.Array array ? array.Items : throw Unsupported(Value(index));

    /// <summary>A word as <c>REPEAT</c>; null where the argument is something else.</summary>
    internal string? Word(int index) => call.Arguments[index] is MathExpression.Name { Value: [>= 'A' and <= 'Z', ..] word } ? word : null;

    /// <summary>A text in quotes.</summary>
    internal string Text(int index) => call.Arguments[index] is MathExpression.Text text ? text.Value : throw Fault("a text in quotes is expected");

    /// <summary>A series that has this value at all times.</summary>
    internal TimeSeries Constant(double value)
    {
        var empty = new TimeSeries("", Range.Period, []);
        return empty.With(Range.Times(empty.Period).Select(time => new Sample(time, value)));
    }

    internal MathFault Unsupported(MathValue value) => Fault($"unsupported argument type '{value.Kind}'");

    /// <summary>The same for a time series and for each of an array.</summary>
    internal MathValue Each(MathValue argument, Func<TimeSeries, TimeSeries> change) => argument switch
    {
        MathValue.Series series => new MathValue.Series(change(series.Value)),
        MathValue.Array array => new MathValue.Array([.. array.Items.Select(change)]),
        _ => throw Unsupported(argument),
    };
}
