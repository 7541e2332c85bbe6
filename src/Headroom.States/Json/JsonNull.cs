using System.Text.Json;

namespace Headroom.States.Json;

/// <summary>The JSON <c>null</c>.</summary>
public sealed class JsonNull : JsonValue
{
    internal static readonly JsonNull Instance = new();

    private JsonNull()
    {
    }

    /// <inheritdoc/>
    public override int SizeInBytes => 4;

    /// <inheritdoc/>
    public override void WriteTo(Utf8JsonWriter writer) => writer.WriteNullValue();

    /// <inheritdoc/>
    public override bool Equals(JsonValue? other) => other is JsonNull;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
