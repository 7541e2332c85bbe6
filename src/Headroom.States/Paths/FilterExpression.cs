using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>What a filter asks of each item: <c>@.price &lt; 10 &amp;&amp; @.tags</c>.</summary>
internal abstract record FilterExpression
{
    public abstract bool Holds(JsonValue item, JsonValue root);

    public sealed record All(ImmutableArray<FilterExpression> Parts) : FilterExpression
    {
        public override bool Holds(JsonValue item, JsonValue root) => Parts.All(p => p.Holds(item, root));
    }

    public sealed record Any(ImmutableArray<FilterExpression> Parts) : FilterExpression
    {
        public override bool Holds(JsonValue item, JsonValue root) => Parts.Any(p => p.Holds(item, root));
    }

    public sealed record Not(FilterExpression Inner) : FilterExpression
    {
        public override bool Holds(JsonValue item, JsonValue root) => !Inner.Holds(item, root);
    }

    /// <summary><c>@.name</c> alone: there is such a value.</summary>
    public sealed record Exists(FilterOperand Operand) : FilterExpression
    {
        public override bool Holds(JsonValue item, JsonValue root) => Operand.Value(item, root) is not null;
    }

    public sealed record Compare(FilterOperand Left, string Operator, FilterOperand Right) : FilterExpression
    {
        public override bool Holds(JsonValue item, JsonValue root) =>
            FilterComparison.Holds(Left.Value(item, root), Operator, Right.Value(item, root));
    }

    /// <summary><c>@.name =~ /pattern/i</c>: the whole text matches.</summary>
    public sealed record Matches(FilterOperand Left, Regex Pattern) : FilterExpression
    {
        public override bool Holds(JsonValue item, JsonValue root) => Left.Value(item, root) is JsonString text && Pattern.IsMatch(text.Value);
    }
}
