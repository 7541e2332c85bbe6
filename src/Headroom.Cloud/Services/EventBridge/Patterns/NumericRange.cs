using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.EventBridge.Patterns;

/// <summary>Reads <c>numeric</c>: one comparison, or a bottom and a top, refused in the words of github.com/aws/event-ruler.</summary>
internal static class NumericRange
{
    private static readonly HashSet<string> Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    /// <exception cref="PatternException">It is neither.</exception>
    internal static ValueTest.Numeric Read(JsonArray terms)
    {
        if (Text(terms.FirstOrDefault()) is not { } comparison)
        {
            throw new PatternException($"Invalid member in numeric match: {(terms.Count == 0 ? "]" : terms[0]?.ToJsonString() ?? "null")}");
        }

        if (!Comparisons.Contains(comparison))
        {
            throw new PatternException($"Unrecognized numeric range operator: {comparison}");
        }

        var bound = Bound(comparison, terms.ElementAtOrDefault(1));
        return terms.Count <= 2 ? new([(comparison, bound)]) : new([(comparison, bound), Top(terms, comparison, bound)]);
    }

    private static (string Operator, decimal Bound) Top(JsonArray terms, string comparison, decimal bottom)
    {
        if (comparison is not (">" or ">="))
        {
            throw new PatternException("Too many elements in numeric expression");
        }

        if (Text(terms[2]) is not { } second)
        {
            throw new PatternException($"Bad value in numeric range: {terms[2]?.ToJsonString() ?? "null"}");
        }

        if (second is not ("<" or "<="))
        {
            throw new PatternException($"Bad numeric range operator: {second}");
        }

        var top = Bound(second, terms.ElementAtOrDefault(3));
        return top <= bottom ? throw new PatternException("Bottom must be less than top")
            : terms.Count > 4 ? throw new PatternException("Too many terms in numeric range expression")
            : (second, top);
    }

    private static decimal Bound(string comparison, JsonNode? term) =>
        term?.GetValueKind() == JsonValueKind.Number && decimal.TryParse(term.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
            ? bound
            : throw new PatternException($"Value of {(comparison == "=" ? "equals" : comparison)} must be numeric");

    private static string? Text(JsonNode? term) => term?.GetValueKind() == JsonValueKind.String ? term.GetValue<string>() : null;
}
