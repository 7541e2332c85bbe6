using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>An alarm on a metric or on metric math, its tags and its latest history, newest first.</summary>
internal sealed record AlarmRecord(MetricAlarm Alarm, IReadOnlyList<Tag> Tags, ImmutableArray<AlarmHistoryItem> History) : IAlarmRecord
{
    string IAlarmRecord.Type => "MetricAlarm";

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

    JsonObject IAlarmRecord.Configuration() => AlarmDocuments.Configuration(Alarm);

    JsonObject IAlarmRecord.Trigger() => new() { ["Trigger"] = AlarmDocuments.Trigger(Alarm) };
}
