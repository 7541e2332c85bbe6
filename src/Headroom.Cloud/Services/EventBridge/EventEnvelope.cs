using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>Events as targets and patterns see them: https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html.</summary>
internal static class EventEnvelope
{
    private static readonly string[] Members = ["id", "detail-type", "source", "account", "time", "region", "resources", "detail"];

    /// <summary>What makes an object an event, in words.</summary>
    internal static string Needs => string.Join(", ", Members);

    internal static JsonObject Of(
        CloudSettings settings,
        string id,
        string source,
        string detailType,
        DateTimeOffset time,
        IEnumerable<string> resources,
        JsonObject detail) => new()
        {
            ["version"] = "0",
            ["id"] = id,
            ["detail-type"] = detailType,
            ["source"] = source,
            ["account"] = settings.AccountId,
            ["time"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["region"] = settings.Region,
            ["resources"] = new JsonArray([.. resources.Select(resource => JsonValue.Create(resource))]),
            ["detail"] = detail.DeepClone(),
        };

    /// <summary>An event in JSON text; null where it is none.</summary>
    internal static JsonObject? Parse(string text)
    {
        try
        {
            return WireJson.Parse(text) is JsonObject given && Members.All(given.ContainsKey) ? given : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
