using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Headroom.Cloud.Services.EventBridge.Targets;

/// <summary>The paths into an event that targets use: <c>$.detail.status</c>, <c>$.resources[0]</c>, <c>$.detail['a name']</c>.</summary>
internal static partial class EventPath
{
    /// <summary>What is there; null where nothing is.</summary>
    internal static JsonNode? Find(JsonObject envelope, string path)
    {
        JsonNode? at = envelope;
        foreach (Match part in Part().Matches(path))
        {
            at = (at, part.Groups["index"]) switch
            {
                (JsonArray list, { Success: true } index) => list.ElementAtOrDefault(int.Parse(index.Value, CultureInfo.InvariantCulture)),
                (JsonObject value, { Success: false }) => value[part.Groups["name"].Value],
                _ => null,
            };
        }

        return at;
    }

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\[(?<index>\d+)\]|\['(?<name>[^']+)'\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Part();
}
