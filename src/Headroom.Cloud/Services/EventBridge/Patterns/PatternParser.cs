using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.EventBridge.Patterns;

/// <summary>Reads event patterns.</summary>
internal static class PatternParser
{
    private static readonly HashSet<string> Negatable = ["prefix", "suffix", "equals-ignore-case", "wildcard"];

    // A rule's pattern is held against every event on its bus: each text is read once.
    private static readonly ConcurrentDictionary<string, EventPattern> Known = new();

    /// <summary>The pattern in this JSON text.</summary>
    /// <exception cref="PatternException">It is none.</exception>
    internal static EventPattern Parse(string text) => Known.GetOrAdd(text, Read);

    private static EventPattern Read(string text)
    {
        JsonNode? node;
        try
        {
            node = WireJson.Parse(text);
        }
        catch (JsonException fault)
        {
            throw new PatternException($"Filter is not valid JSON: {fault.Message}");
        }

        return node is JsonObject { Count: > 0 } pattern ? Object(pattern) : throw new PatternException("Filter is not an object");
    }

    private static EventPattern Object(JsonObject pattern)
    {
        var fields = new List<KeyValuePair<string, FieldPattern>>();
        var alternatives = new List<IReadOnlyList<EventPattern>>();
        foreach (var (name, value) in pattern)
        {
            // A field may itself be called $or: then it holds plain values.
            if (name == "$or" && value is JsonArray { Count: > 1 } group && group.All(one => one is JsonObject))
            {
                alternatives.Add([.. group.Select(one => Object((JsonObject)one!))]);
            }
            else
            {
                fields.Add(new(name, Field(name, value)));
            }
        }

        return new([.. fields], alternatives);
    }

    private static FieldPattern Field(string name, JsonNode? value) => value switch
    {
        JsonObject { Count: > 0 } nested => new FieldPattern.Nested(Object(nested)),
        JsonObject => throw new PatternException("Empty objects are not allowed"),
        JsonArray { Count: > 0 } tests => new FieldPattern.Leaf([.. tests.Select(Test)]),
        JsonArray => throw new PatternException("Empty arrays are not allowed"),
        _ => throw new PatternException($"\"{name}\" must be an object or an array"),
    };

    private static ValueTest Test(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } test => Operator(test.First().Key, test.First().Value),
        JsonObject => throw new PatternException("Only one key allowed in match expression"),
        JsonArray => throw new PatternException("Match value must be String, number, true, false, or null"),
        _ => new ValueTest.Exactly(node),
    };

    private static ValueTest Operator(string name, JsonNode? value) => (name, value) switch
    {
        ("prefix", _) => Affix(name, value, (text, comparison) => new ValueTest.Prefix(text, comparison)),
        ("suffix", _) => Affix(name, value, (text, comparison) => new ValueTest.Suffix(text, comparison)),
        ("equals-ignore-case", _) => new ValueTest.EqualsIgnoreCase(Text(name, value)),
        ("wildcard", _) => Wildcard(Text(name, value)),
        ("exists", JsonValue given) when given.TryGetValue<bool>(out var wanted) => new ValueTest.Exists(wanted),
        ("exists", _) => throw new PatternException("exists match pattern must be either true or false."),
        ("numeric", JsonArray terms) => NumericRange.Read(terms),
        ("numeric", _) => throw new PatternException("Value of numeric must be an array."),
        ("cidr", _) => IPNetwork.TryParse(Text(name, value), out var network)
            ? new ValueTest.Cidr(network)
            : throw new PatternException($"Malformed CIDR, {value} is not one."),
        ("anything-but", _) => new ValueTest.AnythingBut(But(value)),
        _ => throw new PatternException($"Unrecognized match type {name}"),
    };

    private static ValueTest Affix(string name, JsonNode? value, Func<string, StringComparison, ValueTest> test) =>
        value is JsonObject { Count: 1 } insensitive && insensitive["equals-ignore-case"] is { } text
            ? test(Text(name, text), StringComparison.OrdinalIgnoreCase)
            : test(Text(name, value), StringComparison.Ordinal);

    private static IReadOnlyList<ValueTest> But(JsonNode? value) => value switch
    {
        JsonObject { Count: 1 } test when Negatable.Contains(test.First().Key) => test.First().Value is JsonArray several
            ? [.. several.Select(one => Operator(test.First().Key, one))]
            : [Operator(test.First().Key, test.First().Value)],
        JsonObject => throw new PatternException("Unsupported anything-but pattern"),
        JsonArray { Count: 0 } => throw new PatternException("Empty arrays are not allowed"),
        JsonArray several => [.. several.Select(one => new ValueTest.Exactly(one))],
        _ => [new ValueTest.Exactly(value)],
    };

    // A backslash makes the next character plain.
    private static ValueTest.Wildcard Wildcard(string text)
    {
        var parts = new List<string>();
        var part = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '*')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(text[i] == '\\' && i + 1 < text.Length ? text[++i] : text[i]);
            }
        }

        return new([.. parts, part.ToString()]);
    }

    private static string Text(string name, JsonNode? value) => value is JsonValue given && given.TryGetValue<string>(out var text)
        ? text
        : throw new PatternException($"{name} match pattern must be a string");
}

/// <summary>A text is no event pattern.</summary>
internal sealed class PatternException(string message) : Exception(message);
