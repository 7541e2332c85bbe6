using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>What alarms on metrics and composite alarms have in common.</summary>
internal interface IAlarmRecord
{
    /// <summary><c>MetricAlarm</c> or <c>CompositeAlarm</c>.</summary>
    string Type { get; }

    string Name { get; }

    string Arn { get; }

    string? Description { get; }

    bool ActionsEnabled { get; }

    string State { get; }

    string? StateReason { get; }

    string? StateReasonData { get; }

    /// <summary>When the state last changed.</summary>
    DateTimeOffset StateSince { get; }

    DateTimeOffset StateUpdated { get; }

    DateTimeOffset Configured { get; }

    /// <summary>Tags.</summary>
    IReadOnlyList<Tag> Tags { get; }

    /// <summary>The latest history, newest first.</summary>
    ImmutableArray<AlarmHistoryItem> History { get; }

    /// <summary>The ARNs of what is done on entering a state.</summary>
    IReadOnlyList<string> Actions(string state);

    /// <summary>The same alarm in a state, by now.</summary>
    IAlarmRecord InState(string state, string reason, string? reasonData, DateTimeOffset now);

    IAlarmRecord With(ImmutableArray<AlarmHistoryItem> history);

    IAlarmRecord With(IReadOnlyList<Tag> tags);

    IAlarmRecord WithActions(bool enabled);

    /// <summary>What it watches, as EventBridge's events and Lambda functions are told.</summary>
    JsonObject Configuration();

    /// <summary>What it watches and what it was triggered by, as a message to a topic says it.</summary>
    JsonObject Trigger();
}
