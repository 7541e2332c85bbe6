using System.Collections.Immutable;
using System.Text.Json;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Deletion;

/// <summary>The state machine's executions that run.</summary>
/// <param name="Arns">They, as far as they could be listed.</param>
/// <param name="Problem">Why that may not be all; null where it is.</param>
internal sealed record RunningExecutions(ImmutableArray<string> Arns, string? Problem)
{
    /// <summary>Lists them. A state machine that is gone has none.</summary>
    public static async Task<RunningExecutions> ListAsync(string stateMachineArn, PatientCalls calls)
    {
        var arns = ImmutableArray.CreateBuilder<string>();
        string? token = null;
        do
        {
            var json = JsonSerializer.Serialize(new ListExecutionsRequest(stateMachineArn, "RUNNING", token), AwsJson.Camel.ListExecutionsRequest);
            switch (await calls.CallAsync("states", "ListExecutions", json))
            {
                case AwsReply.Failed { Code: "StateMachineDoesNotExist" }:
                    return new([], Problem: null);
                case AwsReply.Failed failed:
                    return new(arns.ToImmutable(), $"Whether a notification still waits is not known ({failed.Code}: {failed.Message}).");
                case AwsReply.Answered answered:
                    var page = JsonSerializer.Deserialize(answered.Json, AwsJson.Camel.ListExecutionsResponse);
                    arns.AddRange((page?.Executions ?? []).Select(execution => execution.ExecutionArn).OfType<string>());
                    token = page?.NextToken;
                    break;
                case var other:
                    throw new InvalidOperationException($"No such reply: {other}");
            }
        }
        while (token is not null);

        return new(arns.ToImmutable(), Problem: null);
    }
}
