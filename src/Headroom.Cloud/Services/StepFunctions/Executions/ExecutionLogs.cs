using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.States.History;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>
/// History events in CloudWatch Logs, as the machine's LoggingConfiguration says
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html">logging</see>). Logs are best effort: a group that is
/// missing keeps no execution from going on.
/// </summary>
internal static class ExecutionLogs
{
    private const string Logs = "logs";
    private static readonly string[] Payloads = ["input", "output", "parameters", "assignedVariables"];

    public static void Write(Step step, Execution execution, IReadOnlyList<HistoryEvent> events)
    {
        if (execution.Revision.Logging is not { Level: { } level, Destinations: [{ CloudWatchLogsLogGroup.LogGroupArn: { } arn }, ..] } logging)
        {
            return;
        }

        var written = events.Where(happened => IsAtLevel(happened.Type, level)).ToList();
        if (written.Count == 0)
        {
            return;
        }

        var delivery = new Principal.ServiceLinkedRole(step.Settings.AccountId, "delivery.logs.amazonaws.com", "AWSServiceRoleForLogDelivery");
        var group = arn.Split(':')[6];
        var stream = string.Create(CultureInfo.InvariantCulture, $"states/{execution.StateMachineName}/{execution.StartedAt:yyyy-MM-dd-HH-mm}/{execution.Seed % 0xFFFFFFFF:x8}");
        step.CallAs(delivery, Logs, "CreateLogStream", new() { ["logGroupName"] = group, ["logStreamName"] = stream });
        step.CallAs(delivery, Logs, "PutLogEvents", new()
        {
            ["logGroupName"] = group,
            ["logStreamName"] = stream,
            ["logEvents"] = new JsonArray([.. written.Select(happened => new JsonObject
            {
                ["timestamp"] = happened.Timestamp.ToUnixTimeMilliseconds(), ["message"] = Line(execution, happened, logging.IncludeExecutionData is true),
            })]),
        });
    }

    private static string Line(Execution execution, HistoryEvent happened, bool withData)
    {
        var details = happened.Details is { } given ? WireJson.Parse(given.ToJson().ToString())!.AsObject() : [];
        foreach (var payload in withData ? [] : Payloads)
        {
            details.Remove(payload);
        }

        return new JsonObject
        {
            ["id"] = happened.Id.ToString(CultureInfo.InvariantCulture),
            ["type"] = happened.Type.ToString(),
            ["details"] = details,
            ["previous_event_id"] = happened.PreviousEventId.ToString(CultureInfo.InvariantCulture),
            ["event_timestamp"] = happened.Timestamp.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["execution_arn"] = execution.Arn,
            ["redrive_count"] = execution.RedriveCount.ToString(CultureInfo.InvariantCulture),
        }.ToJsonString(TaskJson.Options);
    }

    private static bool IsAtLevel(HistoryEventType type, string level) => level switch
    {
        "ALL" => true,
        "ERROR" => type.ToString() is var name
            && (name.Contains("Fail", StringComparison.Ordinal) || name.EndsWith("TimedOut", StringComparison.Ordinal) || name.EndsWith("Aborted", StringComparison.Ordinal)),
        "FATAL" => type is HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionTimedOut or HistoryEventType.ExecutionAborted,
        _ => false,
    };
}
