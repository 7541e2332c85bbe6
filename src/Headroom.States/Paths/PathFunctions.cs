using System.Collections.Immutable;
using Headroom.States.Json;

namespace Headroom.States.Paths;

/// <summary>The functions that can end a path: <c>$.items.length()</c>.</summary>
internal static class PathFunctions
{
    public static readonly ImmutableHashSet<string> Names = ["length", "size", "min", "max", "avg", "sum", "stddev", "concat", "keys", "first", "last"];

    /// <summary>The function's value, or null where it has none for such a value.</summary>
    public static JsonValue? Apply(string name, JsonValue value) => (name, value) switch
    {
        ("length" or "size", JsonArray a) => JsonValue.From(a.Count),
        ("length" or "size", JsonObject o) => JsonValue.From(o.Count),
        ("length", JsonString s) => JsonValue.From(s.Value.Length),
        ("keys", JsonObject o) => new JsonArray(o.Select(m => JsonValue.From(m.Key))),
        ("first", JsonArray { Count: > 0 } a) => a[0],
        ("last", JsonArray { Count: > 0 } a) => a[^1],
        ("min", JsonArray a) => Number(a, n => n.Min()),
        ("max", JsonArray a) => Number(a, n => n.Max()),
        ("avg", JsonArray a) => Number(a, n => n.Average()),
        ("sum", JsonArray a) => Number(a, n => n.Sum()),
        ("stddev", JsonArray a) => Number(a, Deviation),
        ("concat", JsonArray a) => JsonValue.From(string.Concat(a.OfType<JsonString>().Select(s => s.Value))),
        _ => null,
    };

    /// <summary>Of a whole population, not of a sample of it.</summary>
    private static double Deviation(IEnumerable<double> numbers)
    {
        var all = numbers.ToArray();
        var mean = all.Average();
        return Math.Sqrt(all.Average(n => (n - mean) * (n - mean)));
    }

    private static JsonNumber? Number(JsonArray array, Func<IEnumerable<double>, double> of)
    {
        var numbers = array.OfType<JsonNumber>().Select(n => n.Value).ToArray();
        return numbers.Length > 0 && double.IsFinite(of(numbers)) ? JsonNumber.Of(of(numbers)) : null;
    }
}
