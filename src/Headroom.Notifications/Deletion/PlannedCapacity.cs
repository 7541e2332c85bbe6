using System.Collections.Immutable;
using System.Text.Json;
using Headroom.Notifications.Delivery;
using Headroom.Notifications.Requests;

namespace Headroom.Notifications.Deletion;

/// <summary>What notifications will hold that wait for their <c>startAt</c>.</summary>
/// <param name="Holds">What their executions were told.</param>
/// <param name="Problem">Why that may not be all; null where it is.</param>
internal sealed record PlannedCapacity(ImmutableArray<HoldRequest> Holds, string? Problem)
{
    private const int MostNamed = 10;

    /// <summary>Nothing is planned, for certain.</summary>
    public bool IsNone => Problem is null && Holds.IsEmpty;

    /// <summary>Reads the input of each execution that runs.</summary>
    /// <param name="stateMachineArn">The state machine that holds.</param>
    /// <param name="now">What begins later is planned.</param>
    /// <param name="calls">How AWS is reached.</param>
    public static async Task<PlannedCapacity> ReadAsync(string stateMachineArn, DateTimeOffset now, PatientCalls calls)
    {
        var running = await RunningExecutions.ListAsync(stateMachineArn, calls);
        var holds = ImmutableArray.CreateBuilder<HoldRequest>();
        foreach (var arn in running.Arns)
        {
            var json = JsonSerializer.Serialize(new DescribeExecutionRequest(arn), AwsJson.Camel.DescribeExecutionRequest);
            switch (await calls.CallAsync("states", "DescribeExecution", json))
            {
                case AwsReply.Failed { Code: "ExecutionDoesNotExist" }:
                    break;
                case AwsReply.Failed failed:
                    return new(holds.ToImmutable(), $"Whether {arn} waits for its start is not known ({failed.Code}: {failed.Message}).");
                case AwsReply.Answered answered when Input(answered) is { Action: "hold", StartAt: { } start } hold && string.CompareOrdinal(start, Instant.Format(now)) > 0:
                    holds.Add(hold);
                    break;
                default:
                    break;
            }
        }

        return new(holds.ToImmutable(), running.Problem);
    }

    /// <summary>The problem, or what is planned, in a sentence.</summary>
    public override string ToString()
    {
        var named = string.Join(", ", Holds.Take(MostNamed).Select(hold => $"{hold.Target} from {hold.StartAt}"));
        return Problem ?? $"Capacity is planned for {named}{(Holds.Length > MostNamed ? $" and {Holds.Length - MostNamed} more" : "")}.";
    }

    // A sweep's input and a deployment's event have other members: they are left out.
    private static HoldRequest? Input(AwsReply.Answered answered) =>
        JsonSerializer.Deserialize(answered.Json, AwsJson.Camel.DescribeExecutionResponse) is { Input: { } input }
            ? JsonSerializer.Deserialize(input, AwsJson.Camel.HoldRequest)
            : null;
}
