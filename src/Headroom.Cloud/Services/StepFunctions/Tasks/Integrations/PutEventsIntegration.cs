using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>
/// <c>arn:aws:states:::events:putEvents</c>: every event names the execution and its machine among its resources; one entry that failed
/// fails the task (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html">EventBridge</see>).
/// </summary>
internal sealed record PutEventsIntegration(OptimizedService Names, ServiceDescription Service, OperationDescription Operation)
    : OptimizedIntegration(Names, Service, Operation)
{
    public override RequestReading Request(Execution execution, Command.ScheduleTask task, JsonObject parameters)
    {
        var read = base.Request(execution, task, parameters);
        foreach (var entry in (read.Request["Entries"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var resources = entry["Resources"] as JsonArray ?? [];
            entry["Resources"] = new JsonArray([.. resources.Select(resource => resource?.DeepClone()), execution.Arn, execution.StateMachineArn]);
        }

        return read;
    }

    public override TaskAnswer Result(JsonObject response, string requestId, DateTimeOffset now) =>
        response["FailedEntryCount"] is { } failed && int.Parse(failed.ToString(), CultureInfo.InvariantCulture) > 0
            ? TaskAnswer.Failed("EventBridge.FailedEntry", OptimizedResult.Write(Operation, response).ToJsonString(TaskJson.Options))
            : base.Result(response, requestId, now);
}
