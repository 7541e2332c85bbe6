using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;
using Headroom.Notifications.Contract;
using Headroom.Wire.Json;

namespace Headroom.Cli.Holds;

/// <summary>A notification that waits for its <c>startAt</c>: an execution that has claimed nothing yet.</summary>
/// <param name="Target">Resource id of the scalable target.</param>
/// <param name="StartAt">UTC, ISO 8601.</param>
/// <param name="HoldUntil">UTC, ISO 8601.</param>
/// <param name="Wanted">Tasks; the largest 32-bit integer for as many as MaxCapacity will be.</param>
/// <param name="Reason">What the notification said; may be empty.</param>
/// <param name="ExecutionArn">What to stop so that nothing is held.</param>
internal sealed record PlannedHold(string Target, string StartAt, string HoldUntil, int Wanted, string Reason, string ExecutionArn)
{
    /// <summary>For people.</summary>
    /// <param name="now">What time it is where it will be held.</param>
    internal string Line(DateTimeOffset now)
    {
        var tasks = Wanted == Capacity.AllTasks ? "MaxCapacity" : $"{Wanted} tasks";
        var reason = Reason.Length == 0 ? "" : $" ({Reason})";
        return $"{Target}  from {StartAt} (in {SpanText.Of(Instants.Parse(StartAt) - now)}) until {HoldUntil}, {tasks}{reason}; to cancel: aws stepfunctions stop-execution --execution-arn {ExecutionArn}";
    }

    /// <summary>All of them, the first to begin first.</summary>
    internal static async Task<IReadOnlyList<PlannedHold>> AllAsync(IAws aws, IReadOnlyList<HoldStack> stacks, DateTimeOffset now, CancellationToken cancellation)
    {
        var planned = new List<PlannedHold>();
        foreach (var stack in stacks)
        {
            planned.AddRange((await RunningAsync(aws, stack.StateMachineArn, cancellation)).Where(hold => Instants.Parse(hold.StartAt) > now));
        }

        return [.. planned.OrderBy(hold => hold.StartAt, StringComparer.Ordinal).ThenBy(hold => hold.Target, StringComparer.Ordinal)];
    }

    private static async Task<List<PlannedHold>> RunningAsync(IAws aws, string stateMachineArn, CancellationToken cancellation)
    {
        var holds = new List<PlannedHold>();
        var request = new JsonObject { ["stateMachineArn"] = stateMachineArn, ["statusFilter"] = "RUNNING" };
        await foreach (var page in aws.PagesAsync("stepfunctions", "ListExecutions", request, "nextToken", cancellation: cancellation))
        {
            foreach (var execution in page["executions"]?.AsArray() ?? [])
            {
                if (await ReadAsync(aws, (string)execution!["executionArn"]!, cancellation) is { } hold)
                {
                    holds.Add(hold);
                }
            }
        }

        return holds;
    }

    // Null for a release, a sweep, a recovery.
    private static async Task<PlannedHold?> ReadAsync(IAws aws, string executionArn, CancellationToken cancellation)
    {
        var described = await aws.CallAsync("stepfunctions", "DescribeExecution", new() { ["executionArn"] = executionArn }, cancellation);
        return JsonNode.Parse((string)described["input"]!) is JsonObject input && (string?)input["action"] == "hold"
            ? new((string)input["target"]!, (string)input["startAt"]!, (string)input["holdUntil"]!, (int)input["wanted"]!, (string)input["reason"]!, executionArn)
            : null;
    }
}
