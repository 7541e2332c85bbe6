using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Logs;

namespace Headroom.Cloud.Services.Logs;

/// <summary>
/// Metrics that come as log lines
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
/// A line that is not in the format is just a line.
/// </summary>
internal static class EmbeddedMetrics
{
    internal static void Publish(Step step, IReadOnlyList<InputLogEvent> events)
    {
        foreach (var line in events.Where(line => line.Message.Contains("\"_aws\"", StringComparison.Ordinal)))
        {
            if (WireJson.ObjectOrNull(line.Message) is { } root && root["_aws"] is JsonObject aws && aws["CloudWatchMetrics"] is JsonArray directives)
            {
                var at = aws["Timestamp"] is JsonValue timestamp && timestamp.TryGetValue<long>(out var given) ? given : line.Timestamp;
                foreach (var directive in directives.OfType<JsonObject>())
                {
                    Publish(step, root, directive, DateTimeOffset.FromUnixTimeMilliseconds(at));
                }
            }
        }
    }

    private static void Publish(Step step, JsonObject root, JsonObject directive, DateTimeOffset at)
    {
        var dimensionSets = (directive["Dimensions"] as JsonArray)?.OfType<JsonArray>().ToArray() is { Length: > 0 } given ? given : [[]];
        var data = new JsonArray();
        foreach (var metric in (directive["Metrics"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            foreach (var set in dimensionSets)
            {
                if (Datum(root, metric, set, at) is { } datum)
                {
                    data.Add(datum);
                }
            }
        }

        if (data.Count > 0)
        {
            var logs = new Principal.ServiceLinkedRole(step.Settings.AccountId, "logs.amazonaws.com", "AWSServiceRoleForCloudWatchLogs");
            step.CallAs(logs, "cloudwatch", "PutMetricData", new() { ["Namespace"] = directive["Namespace"]?.ToString(), ["MetricData"] = data });
        }
    }

    private static JsonObject? Datum(JsonObject root, JsonObject metric, JsonArray dimensions, DateTimeOffset at)
    {
        var name = metric["Name"]?.ToString() ?? "";
        if (Values(root[name]) is not { Count: > 0 } values)
        {
            return null;
        }

        return new()
        {
            ["MetricName"] = name,
            ["Timestamp"] = Instants.Canonical(at),
            ["Unit"] = metric["Unit"]?.ToString() ?? "None",
            ["StorageResolution"] = metric["StorageResolution"]?.DeepClone() ?? 60,
            ["Values"] = values,
            ["Dimensions"] = new JsonArray([.. dimensions
                .Select(dimension => dimension!.ToString())
                .Where(root.ContainsKey)
                .Select(dimension => new JsonObject { ["Name"] = dimension, ["Value"] = root[dimension]?.ToString() })]),
        };
    }

    private static JsonArray Values(JsonNode? node) => node switch
    {
        JsonArray several => new([.. several.Where(IsNumber).Select(value => value!.DeepClone())]),
        _ when IsNumber(node) => [node!.DeepClone()],
        _ => [],
    };

    private static bool IsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;
}
