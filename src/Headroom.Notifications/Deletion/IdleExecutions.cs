using System.Text.Json;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Deletion;

/// <summary>
/// The executions that run while nothing is held: notifications that wait for their start or for their turn, owners of released holds that sleep until
/// the end they once had. With the state machine they end anyway; until then one of them may begin a hold.
/// </summary>
internal sealed class IdleExecutions(DeletionSettings settings, PatientCalls calls)
{
    /// <summary>Stops them.</summary>
    /// <returns>Whether there were any; or why that is not known, or one could not be stopped.</returns>
    public async Task<(bool WereAny, string? Problem)> StopAsync()
    {
        var wereAny = false;
        string? token = null;
        do
        {
            var json = JsonSerializer.Serialize(new ListExecutionsRequest(settings.StateMachineArn, "RUNNING", token), AwsJson.Camel.ListExecutionsRequest);
            switch (await calls.CallAsync("states", "ListExecutions", json))
            {
                case AwsReply.Failed { Code: "StateMachineDoesNotExist" }:
                    return (false, null);
                case AwsReply.Failed failed:
                    return (false, $"Whether a notification still waits is not known ({failed.Code}: {failed.Message}).");
                case AwsReply.Answered answered:
                    var page = JsonSerializer.Deserialize(answered.Json, AwsJson.Camel.ListExecutionsResponse);
                    foreach (var execution in page?.Executions ?? [])
                    {
                        wereAny = true;
                        if (await StopAsync(execution) is { Code: not "ExecutionDoesNotExist" } failed)
                        {
                            return (true, $"{execution.ExecutionArn} cannot be stopped ({failed.Code}: {failed.Message}).");
                        }
                    }

                    token = page?.NextToken;
                    break;
                case var other:
                    throw new InvalidOperationException($"No such reply: {other}");
            }
        }
        while (token is not null);

        return (wereAny, null);
    }

    private async Task<AwsReply.Failed?> StopAsync(ListedExecution execution)
    {
        var request = new StopExecutionRequest(execution.ExecutionArn!, "CloudFormation removes the stack's CapacityHold");
        return await calls.CallAsync("states", "StopExecution", JsonSerializer.Serialize(request, AwsJson.Camel.StopExecutionRequest)) as AwsReply.Failed;
    }
}
