using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>What goes into a function and comes out of it.</summary>
internal static class FunctionPayload
{
    /// <summary>The error of a function that named none: it ran out of time or memory, or its process ended.</summary>
    private const string Unknown = "Lambda.Unknown";

    public static string Write(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));

    /// <summary>The payload of an Invoke answer, as text.</summary>
    public static string Read(JsonObject response) => Text(response, "Payload");

    /// <summary>A blob of an answer, as text; empty where there is none.</summary>
    public static string Text(JsonObject response, string member) =>
        response[member] is { } blob ? Encoding.UTF8.GetString(Convert.FromBase64String(blob.GetValue<string>())) : "";

    /// <summary>The payload as JSON; text that is none stays text.</summary>
    public static JsonNode? Parse(string payload)
    {
        try
        {
            return payload.Length == 0 ? "" : WireJson.Parse(payload);
        }
        catch (JsonException)
        {
            return payload;
        }
    }

    /// <summary>The failure that a function reported: its error type, with the whole report as the cause.</summary>
    public static TaskAnswer Failure(string payload) => Parse(payload) is JsonObject report && report["errorType"] is JsonValue type
        ? TaskAnswer.Failed(type.ToString(), payload)
        : TaskAnswer.Failed(Unknown, $"The cause could not be determined because Lambda did not return an error type. Returned payload: {payload}");
}
