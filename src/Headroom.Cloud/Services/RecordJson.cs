using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire;

namespace Headroom.Cloud.Services;

/// <summary>API records to and from the JSON form that every protocol is translated to.</summary>
public static class RecordJson
{
    /// <summary>Reads a record.</summary>
    public static T Read<T>(JsonNode json) =>
        json.Deserialize<T>(WireJson.Options) ?? throw new InvalidOperationException($"No {typeof(T).Name} in JSON null");

    /// <summary>Writes a record; members that are null are left out.</summary>
    public static JsonObject Write<T>(T record) =>
        JsonSerializer.SerializeToNode(record, WireJson.Options) as JsonObject ?? throw new InvalidOperationException($"{typeof(T).Name} is no JSON object");
}
