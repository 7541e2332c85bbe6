namespace Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

/// <summary>The rule of a composite alarm: what the states of other alarms have to be.</summary>
internal abstract record AlarmRule
{
    private AlarmRule()
    {
    }

    /// <summary><c>TRUE</c> or <c>FALSE</c>.</summary>
    internal sealed record Constant(bool Value) : AlarmRule;

    /// <summary><c>ALARM(name)</c>, <c>OK(name)</c>, <c>INSUFFICIENT_DATA(name)</c>: a name or an ARN.</summary>
    internal sealed record InState(string State, string Alarm) : AlarmRule;

    /// <summary><c>NOT</c>.</summary>
    internal sealed record Not(AlarmRule Operand) : AlarmRule;

    /// <summary><c>AND</c>.</summary>
    internal sealed record And(AlarmRule Left, AlarmRule Right) : AlarmRule;

    /// <summary><c>OR</c>.</summary>
    internal sealed record Or(AlarmRule Left, AlarmRule Right) : AlarmRule;

    /// <summary><c>AT_LEAST(2, ALARM, (a, b, c))</c>: how many, or what percentage, of the parts.</summary>
    internal sealed record AtLeast(double Threshold, bool IsPercentage, IReadOnlyList<AlarmRule> Parts) : AlarmRule;

    /// <summary>The alarms that it names, each once, in the order of the text.</summary>
    internal IReadOnlyList<string> Alarms => [.. Named().Distinct(StringComparer.Ordinal)];

    /// <summary>Whether it is so, given the states of the alarms by what the rule calls them.</summary>
    internal bool Holds(Func<string, string?> stateOf) => this switch
    {
        Constant constant => constant.Value,
        InState condition => stateOf(condition.Alarm) == condition.State,
        Not not => !not.Operand.Holds(stateOf),
        And and => and.Left.Holds(stateOf) && and.Right.Holds(stateOf),
        Or or => or.Left.Holds(stateOf) || or.Right.Holds(stateOf),
        AtLeast some => some.Parts.Count(part => part.Holds(stateOf)) >= (some.IsPercentage ? some.Threshold / 100 * some.Parts.Count : some.Threshold),
        _ => throw new InvalidOperationException($"A rule of an unknown kind: {this}"),
    };

    private IEnumerable<string> Named() => this switch
    {
        InState condition => [condition.Alarm],
        Not not => not.Operand.Named(),
        And and => and.Left.Named().Concat(and.Right.Named()),
        Or or => or.Left.Named().Concat(or.Right.Named()),
        AtLeast some => some.Parts.SelectMany(part => part.Named()),
        _ => [],
    };
}
