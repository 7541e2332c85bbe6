namespace Headroom.Cloud.Services.CloudWatch.MetricMath;

/// <summary>An expression of metric math, as it is written.</summary>
internal abstract record MathExpression
{
    private MathExpression()
    {
    }

    /// <summary>A number.</summary>
    internal sealed record Number(double Value) : MathExpression;

    /// <summary>A text in quotes: what <c>METRICS</c> looks for.</summary>
    internal sealed record Text(string Value) : MathExpression;

    /// <summary>The id of another query of the request, or a word as <c>REPEAT</c> or <c>DESC</c>.</summary>
    internal sealed record Name(string Value) : MathExpression;

    /// <summary>The unary minus.</summary>
    internal sealed record Negation(MathExpression Operand) : MathExpression;

    /// <summary>Two operands and what joins them; the operator as it is written, <c>AND</c> and <c>OR</c> by these names.</summary>
    internal sealed record Operation(string Operator, MathExpression Left, MathExpression Right) : MathExpression;

    /// <summary>A function and its arguments.</summary>
    internal sealed record Call(string Function, IReadOnlyList<MathExpression> Arguments) : MathExpression;

    /// <summary>An array as <c>[m1, m2]</c>.</summary>
    internal sealed record List(IReadOnlyList<MathExpression> Items) : MathExpression;

    /// <summary>The expression and everything in it.</summary>
    internal IEnumerable<MathExpression> All() => this switch
    {
        Negation negation => negation.Operand.All().Prepend(this),
        Operation operation => operation.Left.All().Concat(operation.Right.All()).Prepend(this),
        Call call => call.Arguments.SelectMany(argument => argument.All()).Prepend(this),
        List list => list.Items.SelectMany(item => item.All()).Prepend(this),
        _ => [this],
    };
}
