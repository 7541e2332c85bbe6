using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using Interpreted = Headroom.States.Json;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>
/// <c>arn:aws:states:::events:putEvents</c>: every event names the execution and its machine among its resources; one entry that failed
/// fails the task (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html">EventBridge</see>).
/// </summary>
internal sealed record PutEventsIntegration(OptimizedService Names, ServiceDescription Service, OperationDescription Operation)
    : OptimizedIntegration(Names, Service, Operation)
{
    public override RequestReading Request(TaskCaller caller, Command.ScheduleTask task, Interpreted.JsonObject parameters)
    {
        var read = base.Request(caller, task, parameters);
        foreach (var entry in (read.Request["Entries"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var resources = entry["Resources"] as JsonArray ?? [];
            entry["Resources"] = new JsonArray([.. resources.Select(resource => resource?.DeepClone()), caller.ExecutionArn, caller.StateMachineArn]);
        }

        return read;
    }

    protected override TaskAnswer Result(JsonObject response, string requestId, DateTimeOffset now) =>
        response["FailedEntryCount"] is { } failed && int.Parse(failed.ToString(), CultureInfo.InvariantCulture) > 0
            ? TaskAnswer.Failed("EventBridge.FailedEntry", OptimizedResult.Write(Operation, response).ToJsonString(TaskJson.Options))
            : base.Result(response, requestId, now);
}
