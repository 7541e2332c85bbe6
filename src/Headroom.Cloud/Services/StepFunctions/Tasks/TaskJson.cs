using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Json;
using Interpreted = Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>How JSON is written into tasks' inputs and results: compact, no character escaped that need not be.</summary>
internal static class TaskJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = WireJson.MaxDepth };

    /// <summary>A value of the interpreter's as services take it.</summary>
    public static JsonNode? Node(Interpreted.JsonValue value) => value switch
    {
        Interpreted.JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Node(member.Value)))),
        Interpreted.JsonArray items => new JsonArray([.. items.Select(Node)]),
        Interpreted.JsonString text => JsonValue.Create(text.Value),
        Interpreted.JsonBoolean truth => JsonValue.Create(truth.Value),
        Interpreted.JsonNull => null,
        _ => JsonNode.Parse(value.ToString()),
    };
}
