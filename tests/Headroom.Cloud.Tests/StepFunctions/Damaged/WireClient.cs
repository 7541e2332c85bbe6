using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols;

namespace Headroom.Cloud.Tests.StepFunctions.Damaged;

/// <summary>Sends Step Functions requests as bytes, through everything but the socket. An answer of 5xx is a fault.</summary>
internal sealed class WireClient(TestCloud cloud)
{
    /// <summary>The answer; null where it comes later, which <paramref name="answered"/> then tells.</summary>
    public JsonObject? Send(string operation, byte[] body, Action<JsonObject>? answered = null)
    {
        var request = new WireRequest("POST", "/", "", new() { ["X-Amz-Target"] = $"AWSStepFunctions.{operation}", ["Content-Type"] = "application/x-amz-json-1.0" }, body);
        var call = (Identified.Call)ServerProtocols.Identify(request);
        if (call.Protocol.ReadRequest(call.Operation, request) is not WireResult.Read read)
        {
            return Check(call.Operation, call.Protocol.WriteError(call.Operation, ((WireResult.Failed)call.Protocol.ReadRequest(call.Operation, request)).Error, "request"));
        }

        JsonObject? now = null;
        cloud.Begin("stepfunctions", operation, read.Json, outcome =>
        {
            now = Check(call.Operation, outcome switch
            {
                Outcome<JsonObject>.Answered { Response: var response } => call.Protocol.WriteResponse(call.Operation, response, "request"),
                Outcome<JsonObject>.Refused { Refusal: var refusal } => call.Protocol.WriteError(call.Operation, new(refusal.Code, refusal.Message), "request"),
                var other => throw new InvalidOperationException($"{operation} ended as {other}"),
            });
            answered?.Invoke(now);
        });
        return now;
    }

    public JsonObject? Send(string operation, JsonObject request) => Send(operation, Encoding.UTF8.GetBytes(request.ToJsonString()));

    /// <summary>The code of a refusal, without its namespace; null for an answer.</summary>
    public static string? Refusal(JsonObject answer) => ((string?)answer["__type"])?.Split('#')[^1];

    private static JsonObject Check(OperationDescription operation, WireResponse response)
    {
        response.Status.ShouldBeLessThan(500);
        var json = JsonNode.Parse(response.Body)!.AsObject();
        if (response.Status >= 400)
        {
            var code = Refusal(json).ShouldNotBeNull();
            (code is "ValidationException" or "SerializationException" or "AccessDeniedException" || operation.ErrorNamed(code) is not null).ShouldBeTrue($"{operation.Name} has no error {code}");
        }

        return json;
    }
}
