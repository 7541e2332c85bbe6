using System.Text.Json;
using Headroom.Notifications.Contract;
using Headroom.Notifications.Requests;

namespace Headroom.Notifications.Delivery;

/// <summary>The execution of one request for one service.</summary>
internal static class HoldExecution
{
    /// <summary>Starts it, under the name that a second start of the same request would have.</summary>
    public static Task<AwsReply> StartAsync(PatientCalls calls, string stateMachineArn, HoldRequest input)
    {
        var name = ExecutionName.For(new CoveredService(input.Cluster, input.Service), input.NotificationId);
        var request = new StartExecutionRequest(stateMachineArn, name, JsonSerializer.Serialize(input, AwsJson.Camel.HoldRequest));
        return calls.CallAsync("states", "StartExecution", JsonSerializer.Serialize(request, AwsJson.Camel.StartExecutionRequest));
    }
}
