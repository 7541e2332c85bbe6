using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using Interpreted = Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>
/// <c>arn:aws:states:::sqs:sendMessage</c>: the SDK sends the request to the queue's own URL, so one that is no URL names a host that nobody knows.
/// </summary>
internal sealed record SendMessageIntegration(OptimizedService Names, ServiceDescription Service, OperationDescription Operation)
    : OptimizedIntegration(Names, Service, Operation)
{
    public override RequestReading Request(TaskCaller caller, Command.ScheduleTask task, Interpreted.JsonObject parameters)
    {
        var queueUrl = (parameters["QueueUrl"] as Interpreted.JsonString)?.Value ?? "";
        return Uri.TryCreate(queueUrl, UriKind.Absolute, out _)
            ? base.Request(caller, task, parameters)
            : new([], TaskAnswer.Failed($"{Names.Prefix}.SdkClientException", $"Unable to execute HTTP request: {queueUrl}: Name or service not known"));
    }
}
