using System.Text.Json;

namespace Headroom.States.Json;

/// <summary>A JSON <c>true</c> or <c>false</c>.</summary>
public sealed class JsonBoolean : JsonValue
{
    internal static readonly JsonBoolean True = new(true);
    internal static readonly JsonBoolean False = new(false);

    private JsonBoolean(bool value) => Value = value;

    /// <summary>The boolean.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override int SizeInBytes => Value ? 4 : 5;

    /// <inheritdoc/>
    public override void WriteTo(Utf8JsonWriter writer) => writer.WriteBooleanValue(Value);

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) => other is JsonBoolean b && b.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}
