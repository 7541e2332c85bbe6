using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Holds;
using Headroom.Cli.Output;
using Headroom.Wire.Json;

namespace Headroom.Cli.Demo;

/// <summary>Looks at a hold from outside, through the AWS APIs alone.</summary>
internal sealed class HoldObserver(IAws aws, TimeProvider clock, string target, string stateMachineArn)
{
    /// <summary>ARN of the execution that the notification started, once it is seen.</summary>
    internal string? Execution { get; private set; }

    /// <summary>When SNS took the notification, by its own timestamp in the execution's input.</summary>
    internal DateTimeOffset? PublishedAt { get; private set; }

    internal async Task<Observation> LookAsync(CancellationToken cancellation)
    {
        var status = await TargetStatus.OfAsync(aws, target, cancellation)
            ?? throw new CommandFailure($"{target} is no scalable target.");
        return new(clock.GetUtcNow(), status, await StateAsync(cancellation));
    }

    /// <summary>The states that the execution entered, in order.</summary>
    internal async Task<IReadOnlyList<string>> PathAsync(CancellationToken cancellation)
    {
        var states = new List<string>();
        var request = new JsonObject { ["executionArn"] = Execution, ["includeExecutionData"] = false };
        await foreach (var page in aws.PagesAsync("stepfunctions", "GetExecutionHistory", request, "nextToken", cancellation: cancellation))
        {
            states.AddRange(page["events"]!.AsArray().Select(EnteredState).OfType<string>());
        }

        return states;
    }

    private async Task<string?> StateAsync(CancellationToken cancellation)
    {
        if (Execution is null)
        {
            var running = await aws.CallAsync("stepfunctions", "ListExecutions", new() { ["stateMachineArn"] = stateMachineArn, ["maxResults"] = 1 }, cancellation);
            Execution = (string?)(running["executions"]?.AsArray() is [{ } newest, ..] ? newest["executionArn"] : null);
        }

        if (Execution is null)
        {
            return null;
        }

        PublishedAt ??= await PublishedAtAsync(Execution, cancellation);

        var latest = await aws.CallAsync(
            "stepfunctions",
            "GetExecutionHistory",
            new() { ["executionArn"] = Execution, ["reverseOrder"] = true, ["maxResults"] = 12, ["includeExecutionData"] = false },
            cancellation);
        return latest["events"]!.AsArray().Select(EnteredState).FirstOrDefault(state => state is not null);
    }

    private async Task<DateTimeOffset> PublishedAtAsync(string execution, CancellationToken cancellation)
    {
        var description = await aws.CallAsync("stepfunctions", "DescribeExecution", new() { ["executionArn"] = execution }, cancellation);
        return Instants.Parse((string)JsonNode.Parse((string)description["input"]!)!["publishedAt"]!);
    }

    private static string? EnteredState(JsonNode? happened) => (string?)happened!["stateEnteredEventDetails"]?["name"];
}
