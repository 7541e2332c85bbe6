using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.EventBridge.Patterns;

/// <summary>
/// One way in which a value can match: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html.
/// </summary>
internal abstract record ValueTest
{
    private ValueTest()
    {
    }

    internal abstract bool Passes(JsonNode? value);

    /// <summary>The very same text, number, boolean or null.</summary>
    internal sealed record Exactly(JsonNode? Value) : ValueTest
    {
        internal override bool Passes(JsonNode? value) =>
            Number(Value) is { } wanted ? Number(value) == wanted : JsonNode.DeepEquals(Value, value);
    }

    /// <summary>Whether the field is there at all; decided where the field is looked up.</summary>
    internal sealed record Exists(bool Wanted) : ValueTest
    {
        internal override bool Passes(JsonNode? value) => Wanted;
    }

    /// <summary>Text that begins so.</summary>
    internal sealed record Prefix(string Text, StringComparison Comparison) : ValueTest
    {
        internal override bool Passes(JsonNode? value) => TextOf(value)?.StartsWith(Text, Comparison) is true;
    }

    /// <summary>Text that ends so.</summary>
    internal sealed record Suffix(string Text, StringComparison Comparison) : ValueTest
    {
        internal override bool Passes(JsonNode? value) => TextOf(value)?.EndsWith(Text, Comparison) is true;
    }

    /// <summary>The same text but for upper and lower case.</summary>
    internal sealed record EqualsIgnoreCase(string Text) : ValueTest
    {
        internal override bool Passes(JsonNode? value) => string.Equals(TextOf(value), Text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Text of these parts in this order, with anything between them.</summary>
    internal sealed record Wildcard(IReadOnlyList<string> Parts) : ValueTest
    {
        internal override bool Passes(JsonNode? value)
        {
            if (TextOf(value) is not { } text)
            {
                return false;
            }

            if (Parts.Count == 1)
            {
                return text == Parts[0];
            }

            var from = Parts[0].Length;
            if (!text.StartsWith(Parts[0], StringComparison.Ordinal))
            {
                return false;
            }

            foreach (var part in Parts.Skip(1).SkipLast(1))
            {
                var at = text.IndexOf(part, from, StringComparison.Ordinal);
                if (at < 0)
                {
                    return false;
                }

                from = at + part.Length;
            }

            return text.Length - from >= Parts[^1].Length && text.EndsWith(Parts[^1], StringComparison.Ordinal);
        }
    }

    /// <summary>A number that keeps to every bound.</summary>
    internal sealed record Numeric(IReadOnlyList<(string Operator, decimal Bound)> Bounds) : ValueTest
    {
        internal override bool Passes(JsonNode? value) => Number(value) is { } number && Bounds.All(bound => bound.Operator switch
        {
            "=" => number == bound.Bound,
            "!=" => number != bound.Bound,
            "<" => number < bound.Bound,
            "<=" => number <= bound.Bound,
            ">" => number > bound.Bound,
            ">=" => number >= bound.Bound,
            _ => throw new InvalidOperationException($"A numeric operator {bound.Operator}"),
        });
    }

    /// <summary>An address in a network.</summary>
    internal sealed record Cidr(IPNetwork Network) : ValueTest
    {
        internal override bool Passes(JsonNode? value) => IPAddress.TryParse(TextOf(value), out var address) && Network.Contains(address);
    }

    /// <summary>A value that passes none of these.</summary>
    internal sealed record AnythingBut(IReadOnlyList<ValueTest> Tests) : ValueTest
    {
        internal override bool Passes(JsonNode? value) => !Tests.Any(test => test.Passes(value));
    }

    private static string? TextOf(JsonNode? value) =>
        value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : null;

    // Through its text: the number may be of any type, and numbers beyond a decimal's range match nothing.
    private static decimal? Number(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
