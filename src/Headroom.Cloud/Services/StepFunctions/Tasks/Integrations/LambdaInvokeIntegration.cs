using Headroom.States.Execution;
using Headroom.Wire.Descriptions;
using Interpreted = Headroom.States.Json;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>
/// <c>arn:aws:states:::lambda:invoke</c>: the payload is JSON both ways, and an error of the function is the task's
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html">Invoke Lambda</see>).
/// </summary>
internal sealed record LambdaInvokeIntegration(OptimizedService Names, ServiceDescription Service, OperationDescription Operation)
    : OptimizedIntegration(Names, Service, Operation)
{
    private const string Payload = "Payload";

    public override IReadOnlyList<string> Problems(Interpreted.JsonObject parameters) => base.Problems(Without(parameters));

    public override RequestReading Request(TaskCaller caller, Command.ScheduleTask task, Interpreted.JsonObject parameters)
    {
        var read = base.Request(caller, task, Without(parameters));
        if (parameters[Payload] is { } payload and not Interpreted.JsonNull)
        {
            // A text is the payload as it stands, not a JSON string of it.
            read.Request[Payload] = FunctionPayload.Write(payload is Interpreted.JsonString text ? text.Value : payload.ToString());
        }

        return read;
    }

    protected override TaskAnswer Result(JsonObject response, string requestId, DateTimeOffset now)
    {
        var payload = FunctionPayload.Read(response);
        if (response["FunctionError"] is not null)
        {
            return FunctionPayload.Failure(payload);
        }

        var result = OptimizedResult.Write(Operation, response);
        result[Payload] = FunctionPayload.Parse(payload);
        SdkMetadata.AddTo(result, Service, response, requestId, now);
        return TaskAnswer.Succeeded(result.ToJsonString(TaskJson.Options));
    }

    private static Interpreted.JsonObject Without(Interpreted.JsonObject parameters) => new(parameters.Where(parameter => parameter.Key != Payload));
}
