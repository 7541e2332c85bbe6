using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Validation;

/// <summary>The constraints of a shape itself, in AWS's words.</summary>
internal static class Constraints
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>Those that a value breaks, in AWS's words.</summary>
    public static IEnumerable<string> Broken(Shape shape, JsonNode value) =>
        shape.Constraints.Where(constraint => !constraint.Holds(value)).Select(constraint => constraint.Text);

    /// <summary>All that a shape has.</summary>
    public static IEnumerable<Constraint> Of(Shape shape)
    {
        var (measure, sizeOf) = shape switch
        {
            StringShape => ("length", value => ((string)value!).Length),
            ListShape => ("length", value => value.AsArray().Count),
            MapShape => ("length", value => value.AsObject().Count),
            BlobShape => ("length", value => BlobLength((string)value!)),
            IntegerShape or FloatShape => ("value", Number),
            _ => ("", (Func<JsonNode, decimal>)(_ => 0)),
        };
        if (shape.Max is { } max)
        {
            yield return new($"Member must have {measure} less than or equal to {max}", value => sizeOf(value) <= max);
        }

        if (shape.Min is { } min)
        {
            yield return new($"Member must have {measure} greater than or equal to {min}", value => sizeOf(value) >= min);
        }

        if (shape is StringShape { Pattern: { } pattern })
        {
            var read = new Lazy<Regex>(() => Pattern(pattern));
            yield return new($"Member must satisfy regular expression pattern: {pattern}", value => read.Value.IsMatch((string)value!));
        }

        if (shape is StringShape { Enum: { Count: > 0 } allowed })
        {
            yield return new($"Member must satisfy enum value set: [{string.Join(", ", allowed)}]", value => allowed.Contains((string)value!));
        }
    }

    // AWS matches the whole text, whether or not the pattern is anchored. The time limit is the wall's: a machine under load may keep a thread waiting for seconds.
    private static Regex Pattern(string pattern) => Patterns.GetOrAdd(
        pattern, text => new Regex($@"\A(?:{text})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(30)));

    private static decimal BlobLength(string base64) => (base64.Length / 4 * 3) - (base64.EndsWith("==", StringComparison.Ordinal) ? 2 : base64.EndsWith('=') ? 1 : 0);

    // A number that decimal cannot hold lies beyond every range that AWS gives.
    private static decimal Number(JsonNode value) =>
        decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : decimal.MaxValue;
}

/// <summary>Something that a value must be, besides of its shape's kind.</summary>
/// <param name="Text">What AWS says where it is not.</param>
/// <param name="Holds">Whether it is.</param>
internal sealed record Constraint(string Text, Func<JsonNode, bool> Holds);
