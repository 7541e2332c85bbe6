using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda.Invocations;

/// <summary>
/// The Invoke operation (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html).
/// <c>RequestResponse</c>: answered later, with the function's answer or error. <c>Event</c>: queued, 202 at once.
/// <c>DryRun</c>: 204, nothing runs. A client context reaches the function of a <c>RequestResponse</c> only.
/// </summary>
internal static class InvokeFunction
{
    private const int LargestSynchronousPayload = 6 * 1024 * 1024;
    private const int LargestEvent = 1024 * 1024;

    internal static Outcome<InvokeResponse> Invoke(IFunctionHost host, Step step, InvokeRequest request)
    {
        var reference = FunctionReference.Parse(request.FunctionName, request.Qualifier);
        if (reference.FindFunction(step) is not { } function || reference.FindVersion(step) is not { } version)
        {
            return (reference with { Qualifier = reference.Qualifier ?? FunctionReference.Latest }).NotFound(step.Settings);
        }

        var limit = request.InvocationType == "Event" ? LargestEvent : LargestSynchronousPayload;
        if (request.Payload?.Length > limit)
        {
            return new Refusal("RequestTooLargeException", $"Request must be smaller than {limit} bytes for the InvokeFunction operation");
        }

        var payload = request.Payload is { Length: > 0 } bytes ? Encoding.UTF8.GetString(bytes) : "{}";
        if (Fault(payload) is { } fault)
        {
            return LambdaRefusals.Unreadable($"Could not parse request body into json: {fault}");
        }

        var context = request.ClientContext is { } base64 ? Decoded(base64) : null;
        if (request.ClientContext is not null && context is null)
        {
            return LambdaRefusals.Unreadable("Client context must be a valid Base64-encoded JSON object.");
        }

        switch (request.InvocationType)
        {
            case "DryRun":
                return new InvokeResponse { StatusCode = 204 };
            case "Event":
                var (qualifier, arn) = (reference.Qualifier ?? FunctionReference.Latest, reference.QualifiedArn(step.Settings));
                EventQueue.Accept(step, new(step.Caller.RequestId, reference.Name, qualifier, arn, payload, step.Now));
                return new InvokeResponse { StatusCode = 202 };
            default:
                var answer = step.Defer();
                var invocation = new Invocation(step.Caller.RequestId, reference.Name, reference.QualifiedArn(step.Settings), payload, step.Now)
                {
                    Ticket = answer.Ticket,
                    WithLogTail = request.LogType == "Tail",
                    ClientContext = context,
                };
                return Environments.Run(host, step, function, version, invocation) is { } refusal ? refusal : answer;
        }
    }

    // On one line of ASCII, since it reaches the function in a header.
    private static string? Decoded(string clientContext)
    {
        try
        {
            return JsonNode.Parse(Convert.FromBase64String(clientContext)) is JsonObject context ? context.ToJsonString() : null;
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string? Fault(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return null;
        }
        catch (JsonException fault)
        {
            return fault.Message;
        }
    }
}
