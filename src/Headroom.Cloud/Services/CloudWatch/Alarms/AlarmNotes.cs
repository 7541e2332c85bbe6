using System.Text.Json.Nodes;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>Writes an alarm's history.</summary>
internal static class AlarmNotes
{
    private const int Kept = 30;

    internal static IAlarmRecord Note(this IAlarmRecord alarm, DateTimeOffset now, string type, string summary, JsonObject data) => alarm.With(
    [
        new()
        {
            AlarmName = alarm.Name,
            AlarmType = alarm.Type,
            Timestamp = now,
            HistoryItemType = type,
            HistorySummary = summary,
            HistoryData = data.ToJsonString(WireJson.Options),
        },
        .. alarm.History.Take(Kept - 1),
    ]);

    internal static IAlarmRecord NoteConfigured(this IAlarmRecord alarm, DateTimeOffset now, bool created, JsonObject request) =>
        alarm.Note(now, "ConfigurationUpdate", $"Alarm \"{alarm.Name}\" {(created ? "created" : "updated")}", new()
        {
            ["version"] = "1.0",
            ["type"] = created ? "Create" : "Update",
            [created ? "createdAlarm" : "updatedAlarm"] = request,
        });

    internal static IAlarmRecord NoteState(this IAlarmRecord alarm, DateTimeOffset now, IAlarmRecord before) =>
        alarm.Note(now, "StateUpdate", $"Alarm updated from {before.State} to {alarm.State}", new()
        {
            ["version"] = "1.0",
            ["oldState"] = new JsonObject { ["stateValue"] = before.State, ["stateReason"] = before.StateReason },
            ["newState"] = new JsonObject { ["stateValue"] = alarm.State, ["stateReason"] = alarm.StateReason },
        });

    internal static IAlarmRecord NoteAction(this IAlarmRecord alarm, DateTimeOffset now, string action, string? failure) =>
        alarm.Note(now, "Action", failure is null ? $"Successfully executed action {action}" : $"Failed to execute action {action}. Received error: \"{failure}\"", new()
        {
            ["version"] = "1.0",
            ["actionState"] = failure is null ? "Succeeded" : "Failed",
            ["stateUpdateTimestamp"] = alarm.StateUpdated.ToUnixTimeMilliseconds(),
            ["notificationResource"] = action,
            ["error"] = failure,
        });
}
