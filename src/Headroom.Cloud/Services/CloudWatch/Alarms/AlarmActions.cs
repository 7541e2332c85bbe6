using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Sns;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>What an alarm does when it enters a state: tells scaling policies, publishes to topics, invokes functions.</summary>
internal static class AlarmActions
{
    /// <summary>Takes the actions of the state that the alarm is in.</summary>
    internal static void Take(Step step, string previousState, IAlarmRecord alarm)
    {
        if (!alarm.ActionsEnabled)
        {
            return;
        }

        foreach (var action in alarm.Actions(alarm.State))
        {
            var failure = Take(step, previousState, alarm, action);
            if (failure is not null)
            {
                CloudWatchEvents.ActionFailed(step, alarm, action, failure);
            }

            AllAlarms.Put(step, AllAlarms.Find(step, alarm.Name)!.NoteAction(step.Now, action, failure));
        }
    }

    // Null, or why it failed.
    private static string? Take(Step step, string previousState, IAlarmRecord alarm, string action)
    {
        switch (action.Split(':'))
        {
            case [_, _, "autoscaling", ..]:
                CloudWatchEvents.PolicyTriggered(step, alarm, action);
                return null;
            case [_, _, "sns", ..]:
                return Publish(step, previousState, alarm, action);
            case [_, _, "lambda", ..]:
                return Invoke(step, previousState, alarm, action);
            default:
                return $"The embedded cloud takes no such alarm action: {action}";
        }
    }

    private static string? Publish(Step step, string previousState, IAlarmRecord alarm, string topic)
    {
        var request = new PublishRequest
        {
            TopicArn = topic,
            Subject = $"{alarm.State}: \"{alarm.Name}\" in {step.Settings.Region}",
            Message = Message(step, previousState, alarm).ToJsonString(WireJson.Options),
        };
        var principal = new Principal.AwsService("cloudwatch.amazonaws.com", alarm.Arn);
        return step.CallAs<PublishRequest, PublishResponse>(principal, "sns", "Publish", request) is Outcome<PublishResponse>.Refused refused ? refused.Refusal.Message : null;
    }

    private static string? Invoke(Step step, string previousState, IAlarmRecord alarm, string function)
    {
        var payload = new JsonObject
        {
            ["source"] = "aws.cloudwatch",
            ["alarmArn"] = alarm.Arn,
            ["accountId"] = step.Settings.AccountId,
            ["time"] = AlarmDocuments.Time(step.Now),
            ["region"] = step.Settings.Region,
            ["alarmData"] = new JsonObject
            {
                ["alarmName"] = alarm.Name,
                ["state"] = CloudWatchEvents.State(alarm),
                ["previousState"] = new JsonObject { ["value"] = previousState },
                ["configuration"] = alarm.Configuration(),
            },
        };
        var answer = step.CallAs(new Principal.AwsService("lambda.alarms.cloudwatch.amazonaws.com", alarm.Arn), "lambda", "Invoke", new()
        {
            ["FunctionName"] = function,
            ["InvocationType"] = "Event",
            ["Payload"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(payload.ToJsonString(WireJson.Options))),
        });
        return answer is Outcome<JsonObject>.Refused refused ? refused.Refusal.Message : null;
    }

    private static JsonObject Message(Step step, string previousState, IAlarmRecord alarm)
    {
        var message = new JsonObject
        {
            ["AlarmName"] = alarm.Name,
            ["AlarmDescription"] = alarm.Description,
            ["AWSAccountId"] = step.Settings.AccountId,
            ["AlarmConfigurationUpdatedTimestamp"] = AlarmDocuments.Time(alarm.Configured),
            ["NewStateValue"] = alarm.State,
            ["NewStateReason"] = alarm.StateReason,
            ["StateChangeTime"] = AlarmDocuments.Time(step.Now),
            ["Region"] = step.Settings.Region,
            ["AlarmArn"] = alarm.Arn,
            ["OldStateValue"] = previousState,
            ["OKActions"] = Actions(alarm, AlarmState.Ok),
            ["AlarmActions"] = Actions(alarm, AlarmState.Alarm),
            ["InsufficientDataActions"] = Actions(alarm, AlarmState.InsufficientData),
        };
        foreach (var (name, value) in alarm.Trigger())
        {
            message[name] = value?.DeepClone();
        }

        return message;
    }

    private static JsonArray Actions(IAlarmRecord alarm, string state) => new([.. alarm.Actions(state).Select(action => (JsonNode?)action)]);
}
