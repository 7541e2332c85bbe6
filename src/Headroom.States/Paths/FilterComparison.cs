using System.Collections.Immutable;
using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>The operators of filters.</summary>
internal static class FilterComparison
{
    /// <summary>Longest first, so that <c>&lt;=</c> is not read as <c>&lt;</c>.</summary>
    public static readonly ImmutableArray<string> Operators =
        ["==", "!=", "<=", ">=", "<", ">", "subsetof", "anyof", "noneof", "contains", "size", "empty", "nin", "in"];

    public static bool Holds(JsonValue? left, string op, JsonValue? right) => op switch
    {
        "==" => Same(left, right),
        "!=" => !Same(left, right),
        "<" => Order(left, right) < 0,
        "<=" => Order(left, right) <= 0,
        ">" => Order(left, right) > 0,
        ">=" => Order(left, right) >= 0,
        "in" => left is not null && right is JsonArray r && r.Contains(left),
        "nin" => !Holds(left, "in", right),
        "subsetof" => left is JsonArray l && right is JsonArray r && l.All(r.Contains),
        "anyof" => left is JsonArray l && right is JsonArray r && l.Any(r.Contains),
        "noneof" => left is JsonArray l && right is JsonArray r && !l.Any(r.Contains),
        "contains" => left is JsonArray l && right is not null ? l.Contains(right)
            : left is JsonString text && right is JsonString part && text.Value.Contains(part.Value, StringComparison.Ordinal),
        "size" => right is JsonNumber n && n.Equals(left is null ? null : PathFunctions.Apply("length", left)),
        "empty" => left is not null && right is JsonBoolean b
            && PathFunctions.Apply("length", left) is JsonNumber length && length.Value == 0 == b.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, null),
    };

    /// <summary>A number and a text are the same where the one reads as the other.</summary>
    private static bool Same(JsonValue? left, JsonValue? right) => (left, right) switch
    {
        (null, _) => right is null,
        (JsonNumber n, JsonString s) => JsonValue.TryParse(s.Value, out var read) && n.Equals(read),
        (JsonString s, JsonNumber n) => s.Value == n.Text,
        _ => left.Equals(right),
    };

    /// <summary>Numbers and texts have an order; anything else has none, and no comparison of it holds.</summary>
    private static int? Order(JsonValue? left, JsonValue? right) => (left, right) switch
    {
        (JsonNumber a, JsonNumber b) => a.Value.CompareTo(b.Value),
        (JsonString a, JsonString b) => string.CompareOrdinal(a.Value, b.Value),
        _ => null,
    };
}
