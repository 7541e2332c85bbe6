using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;
using Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>What happens in CloudWatch that others hear (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html).</summary>
internal static class CloudWatchEvents
{
    /// <summary>An alarm tells a scaling policy that it is in ALARM. AWS puts no such event on a bus.</summary>
    internal const string PolicyTrigger = "Alarm Triggered Policy";

    internal static void StateChanged(Step step, IAlarmRecord before, IAlarmRecord after) =>
        step.Emit(CloudWatchService.Name, "CloudWatch Alarm State Change", [after.Arn], new()
        {
            ["alarmName"] = after.Name,
            ["state"] = State(after),
            ["previousState"] = State(before),
            ["configuration"] = after.Configuration(),
        }, "aws.cloudwatch");

    /// <param name="step">The running step.</param>
    /// <param name="operation"><c>create</c>, <c>update</c> or <c>delete</c>.</param>
    /// <param name="alarm">The alarm.</param>
    /// <param name="before">On update: what it was.</param>
    internal static void ConfigurationChanged(Step step, string operation, IAlarmRecord alarm, IAlarmRecord? before)
    {
        var detail = new JsonObject
        {
            ["alarmName"] = alarm.Name,
            ["operation"] = operation,
            ["state"] = new JsonObject { ["value"] = alarm.State, ["timestamp"] = AlarmDocuments.Time(alarm.StateUpdated) },
            ["configuration"] = Whole(alarm),
        };
        if (before is not null)
        {
            detail["previousConfiguration"] = Whole(before);
        }

        step.Emit(CloudWatchService.Name, "CloudWatch Alarm Configuration Change", [alarm.Arn], detail, "aws.cloudwatch");
    }

    internal static void PolicyTriggered(Step step, IAlarmRecord alarm, string policyArn) =>
        step.Emit(CloudWatchService.Name, PolicyTrigger, [policyArn], new() { ["alarmName"] = alarm.Name });

    internal static void ActionFailed(Step step, IAlarmRecord alarm, string action, string reason) =>
        step.Emit(CloudWatchService.Name, "Alarm Action Failed", [alarm.Arn], new() { ["action"] = action, ["reason"] = reason });

    internal static JsonObject State(IAlarmRecord alarm)
    {
        var state = new JsonObject { ["value"] = alarm.State, ["reason"] = alarm.StateReason, ["timestamp"] = AlarmDocuments.Time(alarm.StateUpdated) };
        if (alarm.StateReasonData is not null)
        {
            state["reasonData"] = alarm.StateReasonData;
        }

        if (alarm is CompositeRecord { Alarm.ActionsSuppressedBy: { } by } composite)
        {
            state["actionsSuppressedBy"] = by;
            state["actionsSuppressedReason"] = composite.Alarm.ActionsSuppressedReason;
        }

        return state;
    }

    private static JsonObject Whole(IAlarmRecord alarm)
    {
        var configuration = alarm.Configuration();
        if (alarm is AlarmRecord { Alarm: var metric })
        {
            configuration["evaluationPeriods"] = metric.EvaluationPeriods;
            configuration["datapointsToAlarm"] = metric.DatapointsToAlarm;
            configuration["threshold"] = metric.Threshold;
            configuration["comparisonOperator"] = metric.ComparisonOperator;
            configuration["treatMissingData"] = metric.TreatMissingData;
        }

        configuration["alarmName"] = alarm.Name;
        configuration["actionsEnabled"] = alarm.ActionsEnabled;
        configuration["timestamp"] = AlarmDocuments.Time(alarm.Configured);
        configuration["okActions"] = Actions(alarm, AlarmState.Ok);
        configuration["alarmActions"] = Actions(alarm, AlarmState.Alarm);
        configuration["insufficientDataActions"] = Actions(alarm, AlarmState.InsufficientData);
        return configuration;
    }

    private static JsonArray Actions(IAlarmRecord alarm, string state) => new([.. alarm.Actions(state).Select(action => (JsonNode?)action)]);
}
