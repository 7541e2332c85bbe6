using System.Text.Json;
using System.Text.Json.Serialization;
using Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>A value of the interpreter's in a stored record: JSON text. Only a storage that outlives the process needs it.</summary>
internal sealed class StoredValue : JsonConverter<JsonValue>
{
    public override JsonValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonValue.Parse(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, JsonValue value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
