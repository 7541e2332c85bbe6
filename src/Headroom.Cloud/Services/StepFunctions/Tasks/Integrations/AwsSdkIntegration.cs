using Headroom.Cloud.Kernel;
using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using Interpreted = Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>
/// <c>arn:aws:states:::aws-sdk:service:action</c>: any operation, named as the AWS SDK for Java 2 names it
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html">AWS SDK integrations</see>).
/// </summary>
internal sealed record AwsSdkIntegration(ServiceDescription Service, OperationDescription Operation) : Integration(Service, Operation)
{
    public override RequestReading Request(TaskCaller caller, Command.ScheduleTask task, Interpreted.JsonObject parameters) =>
        RequestReading.Of(Operation, parameters);

    public override TaskAnswer Result(Answer answer, string requestId, DateTimeOffset now) =>
        TaskAnswer.Succeeded(SdkResult.Of(answer.Record));

    /// <summary>An error that any of the service's operations declares has its class's name; any other the name of the service's base class.</summary>
    public override TaskAnswer Error(Refusal refusal, string requestId)
    {
        var client = JavaClassNames.OfClient(Service.ServiceId);
        var declared = Operation.ErrorNamed(refusal.Code)
            ?? Service.Operations.Values.Select(operation => operation.ErrorNamed(refusal.Code)).FirstOrDefault(error => error is not null);
        var name = declared is null ? client + "Exception" : JavaClassNames.OfException(declared.Name);
        var ids = Service.Service == "s3" ? $"Request ID: {requestId}, Extended Request ID: {requestId}" : $"Request ID: {requestId}";
        return TaskAnswer.Failed(
            $"{client}.{name}", $"{refusal.Message} (Service: {client}, Status Code: {OnTheWire(refusal).Status}, {ids}) (SDK Attempt Count: 1)");
    }
}
