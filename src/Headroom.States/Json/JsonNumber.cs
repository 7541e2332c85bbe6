using System.Globalization;
using System.Text.Json;

namespace Headroom.States.Json;

/// <summary>
/// A JSON number: exact where it is a 64-bit integer, otherwise a double that remembers how it was written
/// (so that <c>1.10</c> or a 30-digit integer that is only passed through comes out as it came in).
/// </summary>
public sealed class JsonNumber : JsonValue
{
    private static readonly JsonNumber[] Small = [.. Enumerable.Range(-1, 258).Select(i => new JsonNumber(i, i, null))];

    private readonly long? integer;
    private readonly string? text;

    private JsonNumber(long? integer, double value, string? text)
    {
        this.integer = integer;
        this.text = text;
        Value = value;
    }

    /// <summary>The number; beyond 2^53 the nearest double.</summary>
    public double Value { get; }

    /// <summary>Whether it was written without fraction and exponent and fits 64 bits.</summary>
    public bool IsInteger => integer.HasValue;

    /// <summary>The exact integer, where <see cref="IsInteger"/>.</summary>
    public long Integer => integer ?? throw new InvalidOperationException($"{this} is no integer");

    /// <summary>The number of an integer.</summary>
    public static JsonNumber Of(long value) => value is >= -1 and < 257 ? Small[value + 1] : new(value, value, null);

    /// <summary>The number of a double.</summary>
    public static JsonNumber Of(double value) => new(null, value, null);

    internal static JsonNumber Written(string text) =>
        text is "-0" ? Of(0)
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? Of(integer)
        : new(null, double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), text);

    /// <inheritdoc/>
    public override int SizeInBytes => integer is { } n and >= 0 and < 10 ? 1 : Text.Length;

    /// <inheritdoc/>
    public override void WriteTo(Utf8JsonWriter writer)
    {
        if (integer is { } whole)
        {
            writer.WriteNumberValue(whole);
        }
        else
        {
            writer.WriteRawValue(Text, skipInputValidation: true);
        }
    }

    /// <summary>The number's JSON text.</summary>
    public string Text => text ?? (integer is { } whole ? whole.ToString(CultureInfo.InvariantCulture) : Value.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) =>
        other is JsonNumber n && (integer is { } a && n.integer is { } b ? a == b : Value.Equals(n.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}
