using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using Interpreted = Headroom.States.Json;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>
/// <c>arn:aws:states:::sqs:sendMessage</c> and its like: Step Functions' own integrations
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">optimized integrations</see>). Behind them
/// is the AWS SDK for Java 1: the API's own names, its class names, and what HTTP said in the result.
/// </summary>
internal record OptimizedIntegration(OptimizedService Names, ServiceDescription Service, OperationDescription Operation) : Integration(Service, Operation)
{
    public override RequestReading Request(TaskCaller caller, Command.ScheduleTask task, Interpreted.JsonObject parameters) =>
        RequestReading.Of(Operation, parameters);

    public override TaskAnswer Result(Answer answer, string requestId, DateTimeOffset now) => Result(answer.ToJson(), requestId, now);

    /// <summary>The task's result, from the answer's canonical form.</summary>
    protected virtual TaskAnswer Result(JsonObject response, string requestId, DateTimeOffset now)
    {
        var result = OptimizedResult.Write(Operation, response);
        SdkMetadata.AddTo(result, Service, response, requestId, now);
        return TaskAnswer.Succeeded(result.ToJsonString(TaskJson.Options));
    }

    public override TaskAnswer Error(Refusal refusal, string requestId)
    {
        var name = Operation.ErrorNamed(refusal.Code) is { } declared ? JavaClassNames.OfException(declared.Name) : Names.BaseException;
        var (status, code) = OnTheWire(refusal);
        return TaskAnswer.Failed(
            $"{Names.Prefix}.{name}",
            $"{refusal.Message} (Service: {Names.Client}; Status Code: {status}; Error Code: {code}; Request ID: {requestId}; Proxy: null)");
    }
}
