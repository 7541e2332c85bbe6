using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.CloudWatch;
using Headroom.Wire.Shapes.Sns;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>What an alarm does when it enters a state: tells scaling policies, publishes to topics.</summary>
internal static class AlarmActions
{
    internal static void Take(Step step, MetricAlarm before, MetricAlarm after)
    {
        if (after.ActionsEnabled == false)
        {
            return;
        }

        var actions = after.StateValue switch
        {
            AlarmState.Alarm => after.AlarmActions,
            AlarmState.Ok => after.OKActions,
            _ => after.InsufficientDataActions,
        };
        foreach (var action in actions ?? [])
        {
            Take(step, before, after, action);
        }
    }

    private static void Take(Step step, MetricAlarm before, MetricAlarm after, string action)
    {
        var service = action.Split(':')[2];
        switch (service)
        {
            case "autoscaling":
                CloudWatchEvents.PolicyTriggered(step, after, action);
                break;
            case "sns":
                Publish(step, before, after, action);
                break;
            default:
                CloudWatchEvents.ActionFailed(step, after, action, $"The embedded cloud takes no alarm action of {service}.");
                break;
        }
    }

    private static void Publish(Step step, MetricAlarm before, MetricAlarm after, string topic)
    {
        var request = new PublishRequest
        {
            TopicArn = topic,
            Subject = $"{after.StateValue}: \"{after.AlarmName}\" in {step.Settings.Region}",
            Message = Message(step, before, after).ToJsonString(WireJson.Options),
        };
        var principal = new Principal.AwsService("cloudwatch.amazonaws.com", after.AlarmArn);
        if (step.CallAs<PublishRequest, PublishResponse>(principal, "sns", "Publish", request) is Outcome<PublishResponse>.Refused refused)
        {
            CloudWatchEvents.ActionFailed(step, after, topic, refused.Refusal.Message);
        }
    }

    private static JsonObject Message(Step step, MetricAlarm before, MetricAlarm after) => new()
    {
        ["AlarmName"] = after.AlarmName,
        ["AlarmDescription"] = after.AlarmDescription,
        ["AWSAccountId"] = step.Settings.AccountId,
        ["AlarmConfigurationUpdatedTimestamp"] = Instants.Canonical(after.AlarmConfigurationUpdatedTimestamp!.Value),
        ["NewStateValue"] = after.StateValue,
        ["NewStateReason"] = after.StateReason,
        ["StateChangeTime"] = Instants.Canonical(step.Now),
        ["Region"] = step.Settings.Region,
        ["AlarmArn"] = after.AlarmArn,
        ["OldStateValue"] = before.StateValue,
        ["Trigger"] = new JsonObject
        {
            ["MetricName"] = after.MetricName,
            ["Namespace"] = after.Namespace,
            ["Statistic"] = after.Statistic?.ToUpperInvariant(),
            ["Dimensions"] = new JsonArray([.. (after.Dimensions ?? []).Select(d => new JsonObject { ["name"] = d.Name, ["value"] = d.Value })]),
            ["Period"] = after.Period,
            ["EvaluationPeriods"] = after.EvaluationPeriods,
            ["ComparisonOperator"] = after.ComparisonOperator,
            ["Threshold"] = after.Threshold,
            ["TreatMissingData"] = after.TreatMissingData,
        },
    };
}
