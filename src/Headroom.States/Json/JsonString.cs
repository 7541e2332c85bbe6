using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Headroom.States.Json;

/// <summary>A JSON string.</summary>
public sealed class JsonString(string value) : JsonValue
{
    private int size;

    /// <summary>The text, without quotes and escapes.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override int SizeInBytes => size > 0 ? size : size = SizeOf(Value);

    /// <inheritdoc/>
    public override void WriteTo(Utf8JsonWriter writer)
    {
        // The writer would escape what is beyond the basic plane: 🆗 as two \u sequences.
        if (Value.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0)
        {
            writer.WriteStringValue(Value);
        }
        else
        {
            writer.WriteRawValue(Encoding.UTF8.GetBytes(Quoted()), skipInputValidation: true);
        }
    }

    private string Quoted()
    {
        var text = new StringBuilder("\"");
        foreach (var c in Value)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) => other is JsonString s && s.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}
