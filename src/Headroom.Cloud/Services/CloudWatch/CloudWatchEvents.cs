using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>What happens in CloudWatch that others hear (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html).</summary>
internal static class CloudWatchEvents
{
    /// <summary>An alarm tells a scaling policy that it is in ALARM. AWS puts no such event on a bus.</summary>
    internal const string PolicyTrigger = "Alarm Triggered Policy";

    internal static void StateChanged(Step step, MetricAlarm before, MetricAlarm after) =>
        step.Emit(CloudWatchService.Name, "CloudWatch Alarm State Change", [after.AlarmArn!], new()
        {
            ["alarmName"] = after.AlarmName,
            ["state"] = State(after),
            ["previousState"] = State(before),
            ["configuration"] = new JsonObject
            {
                ["description"] = after.AlarmDescription,
                ["metrics"] = new JsonArray(new JsonObject
                {
                    ["id"] = "m1",
                    ["metricStat"] = new JsonObject
                    {
                        ["metric"] = new JsonObject
                        {
                            ["namespace"] = after.Namespace,
                            ["name"] = after.MetricName,
                            ["dimensions"] = new JsonObject((after.Dimensions ?? []).Select(d => KeyValuePair.Create(d.Name, (JsonNode?)d.Value))),
                        },
                        ["period"] = after.Period,
                        ["stat"] = after.Statistic ?? after.ExtendedStatistic,
                    },
                    ["returnData"] = true,
                }),
            },
        }, "aws.cloudwatch");

    internal static void PolicyTriggered(Step step, MetricAlarm alarm, string policyArn) =>
        step.Emit(CloudWatchService.Name, PolicyTrigger, [policyArn], new() { ["alarmName"] = alarm.AlarmName });

    internal static void ActionFailed(Step step, MetricAlarm alarm, string action, string reason) =>
        step.Emit(CloudWatchService.Name, "Alarm Action Failed", [alarm.AlarmArn!], new() { ["action"] = action, ["reason"] = reason });

    private static JsonObject State(MetricAlarm alarm) => new()
    {
        ["value"] = alarm.StateValue,
        ["reason"] = alarm.StateReason,
        ["reasonData"] = alarm.StateReasonData,
        ["timestamp"] = Instants.Canonical(alarm.StateUpdatedTimestamp!.Value),
    };
}
