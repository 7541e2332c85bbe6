using System.Text.Json;

namespace Headroom.States.Json;

/// <summary>A JSON string.</summary>
public sealed class JsonString(string value) : JsonValue
{
    /// <summary>The text, without quotes and escapes.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override int SizeInBytes => SizeOf(Value);

    /// <inheritdoc/>
    public override void WriteTo(Utf8JsonWriter writer) => writer.WriteStringValue(Value);

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) => other is JsonString s && s.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);
}
