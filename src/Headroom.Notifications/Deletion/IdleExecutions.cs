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
        var running = await RunningExecutions.ListAsync(settings.StateMachineArn, calls);
        foreach (var arn in running.Arns)
        {
            if (await StopAsync(arn) is { Code: not "ExecutionDoesNotExist" } failed)
            {
                return (true, $"{arn} cannot be stopped ({failed.Code}: {failed.Message}).");
            }
        }

        return (!running.Arns.IsEmpty, running.Problem);
    }

    private async Task<AwsReply.Failed?> StopAsync(string arn)
    {
        var request = new StopExecutionRequest(arn, "CloudFormation removes the stack's CapacityHold");
        return await calls.CallAsync("states", "StopExecution", JsonSerializer.Serialize(request, AwsJson.Camel.StopExecutionRequest)) as AwsReply.Failed;
    }
}
