using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

/// <summary>A composite alarm, its tags and its latest history, newest first.</summary>
/// <param name="Alarm">The alarm as it is described.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="History">Its history.</param>
/// <param name="HeldBackSince">The state before the first change whose actions are held back; null where none are.</param>
internal sealed record CompositeRecord(CompositeAlarm Alarm, IReadOnlyList<Tag> Tags, ImmutableArray<AlarmHistoryItem> History, string? HeldBackSince = null) : IAlarmRecord
{
    string IAlarmRecord.Type => "CompositeAlarm";

    string IAlarmRecord.Name => Alarm.AlarmName!;

    string IAlarmRecord.Arn => Alarm.AlarmArn!;

    string? IAlarmRecord.Description => Alarm.AlarmDescription;

    bool IAlarmRecord.ActionsEnabled => Alarm.ActionsEnabled != false;

    string IAlarmRecord.State => Alarm.StateValue!;

    string? IAlarmRecord.StateReason => Alarm.StateReason;

    string? IAlarmRecord.StateReasonData => Alarm.StateReasonData;

    DateTimeOffset IAlarmRecord.StateSince => Alarm.StateTransitionedTimestamp!.Value;

    DateTimeOffset IAlarmRecord.StateUpdated => Alarm.StateUpdatedTimestamp!.Value;

    DateTimeOffset IAlarmRecord.Configured => Alarm.AlarmConfigurationUpdatedTimestamp!.Value;

    IReadOnlyList<string> IAlarmRecord.Actions(string state) => state switch
    {
        AlarmState.Alarm => Alarm.AlarmActions,
        AlarmState.Ok => Alarm.OKActions,
        _ => Alarm.InsufficientDataActions,
    } ?? [];

    IAlarmRecord IAlarmRecord.InState(string state, string reason, string? reasonData, DateTimeOffset now) => this with
    {
        Alarm = Alarm with
        {
            StateValue = state,
            StateReason = reason,
            StateReasonData = reasonData,
            StateUpdatedTimestamp = now,
            StateTransitionedTimestamp = Alarm.StateValue == state ? Alarm.StateTransitionedTimestamp : now,
        },
    };

    IAlarmRecord IAlarmRecord.With(ImmutableArray<AlarmHistoryItem> history) => this with { History = history };

    IAlarmRecord IAlarmRecord.With(IReadOnlyList<Tag> tags) => this with { Tags = tags };

    IAlarmRecord IAlarmRecord.WithActions(bool enabled) => this with { Alarm = Alarm with { ActionsEnabled = enabled } };

    JsonObject IAlarmRecord.Configuration()
    {
        var configuration = AlarmDocuments.Described(Alarm.AlarmDescription, new() { ["alarmRule"] = Alarm.AlarmRule });
        if (Alarm.ActionsSuppressor is { } suppressor)
        {
            configuration["actionsSuppressor"] = suppressor;
            configuration["actionsSuppressorWaitPeriod"] = Alarm.ActionsSuppressorWaitPeriod;
            configuration["actionsSuppressorExtensionPeriod"] = Alarm.ActionsSuppressorExtensionPeriod;
        }

        return configuration;
    }

    JsonObject IAlarmRecord.Trigger() => new() { ["AlarmRule"] = Alarm.AlarmRule, ["TriggeringChildren"] = TriggeringAlarms.Children(Alarm.StateReasonData) };
}
