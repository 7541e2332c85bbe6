using System.Text.Json.Nodes;
using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using Interpreted = Headroom.States.Json;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>A function's ARN as the resource: the state's input is the event, what the function returns is the result.</summary>
internal sealed record LambdaFunctionIntegration(OptimizedService Names, ServiceDescription Service, OperationDescription Operation)
    : OptimizedIntegration(Names, Service, Operation)
{
    public override RequestReading Request(TaskCaller caller, Command.ScheduleTask task, Interpreted.JsonObject parameters) =>
        new(new() { ["FunctionName"] = task.Resource.Arn, ["Payload"] = FunctionPayload.Write(task.Input.ToString()) });

    protected override TaskAnswer Result(JsonObject response, string requestId, DateTimeOffset now)
    {
        var payload = FunctionPayload.Read(response);
        return response["FunctionError"] is not null
            ? FunctionPayload.Failure(payload)
            : TaskAnswer.Succeeded(FunctionPayload.Parse(payload)?.ToJsonString(TaskJson.Options) ?? "null");
    }
}
