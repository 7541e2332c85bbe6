using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

/// <summary>Which alarms made a composite alarm change its state, in the forms in which they are told.</summary>
internal static class TriggeringAlarms
{
    /// <summary>The state reason's JSON.</summary>
    internal static string ReasonData(IEnumerable<IAlarmRecord> alarms) => new JsonObject
    {
        ["triggeringAlarms"] = new JsonArray([.. alarms.Select(alarm => new JsonObject
        {
            ["arn"] = alarm.Arn,
            ["state"] = new JsonObject { ["value"] = alarm.State, ["timestamp"] = AlarmDocuments.Time(alarm.StateUpdated) },
        })]),
    }.ToJsonString(WireJson.Options);

    /// <summary>The same in a message to a topic; a state that somebody set may have no such reason, or none at all.</summary>
    internal static JsonArray Children(string? reasonData) => new([.. Alarms(reasonData).Select(alarm => new JsonObject
    {
        ["Arn"] = alarm!["arn"]?.DeepClone(),
        ["State"] = new JsonObject { ["Value"] = alarm["state"]?["value"]?.DeepClone(), ["Timestamp"] = alarm["state"]?["timestamp"]?.DeepClone() },
    })]);

    private static JsonArray Alarms(string? reasonData) =>
        reasonData?.StartsWith("{\"triggeringAlarms\":[", StringComparison.Ordinal) == true ? JsonNode.Parse(reasonData)!["triggeringAlarms"]!.AsArray() : [];
}
