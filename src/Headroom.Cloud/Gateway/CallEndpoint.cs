using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols;

namespace Headroom.Cloud.Gateway;

/// <summary>Answers one request: which operation, whose, the dispatcher's answer, in the protocol that was asked in.</summary>
internal sealed class CallEndpoint(KernelDriver driver, TimeProvider wall)
{
    internal async Task<WireResponse> AnswerAsync(WireRequest request)
    {
        var identified = ServerProtocols.Identify(request);
        var requestId = RequestIds.New();
        try
        {
            return identified switch
            {
                Identified.Call call => await AnswerAsync(call, request, requestId),
                Identified.Unknown unknown => unknown.Protocol.WriteError(null, unknown.Error, requestId),
                _ => throw new InvalidOperationException($"An unknown kind of request: {identified.GetType().Name}"),
            };
        }
#pragma warning disable CA1031 // one of the two places where a fault of ours ends: the client gets a 500 and the id to find it by
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"request {requestId} failed: {fault}");
            return identified.Protocol.WriteError((identified as Identified.Call)?.Operation, new("InternalFailure", $"The embedded cloud failed; its log has the reason under {requestId}.") { Status = 500 }, requestId);
        }
    }

    private async Task<WireResponse> AnswerAsync(Identified.Call call, WireRequest request, string requestId)
    {
        var (protocol, operation) = (call.Protocol, call.Operation);
        if (protocol.ReadRequest(operation, request) is not WireResult.Read read)
        {
            return protocol.WriteError(operation, ((WireResult.Failed)protocol.ReadRequest(operation, request)).Error, requestId);
        }

        return await driver.ReadAsync(step => Authentication.Check(step, request, protocol, wall.GetUtcNow())) switch
        {
            Authenticated.Refused refused => protocol.WriteError(operation, refused.Error, requestId),
            Authenticated.As known => Write(call, await driver.CallAsync(new(known.Principal, requestId), protocol.Service.Service, operation.Name, read.Json), requestId),
            var other => throw new InvalidOperationException($"An unknown kind of authentication: {other.GetType().Name}"),
        };
    }

    private static WireResponse Write(Identified.Call call, Outcome<JsonObject> outcome, string requestId) => outcome switch
    {
        Outcome<JsonObject>.Answered answered => call.Protocol.WriteResponse(call.Operation, answered.Response, requestId),
        Outcome<JsonObject>.Refused { Refusal.Code: "UnknownOperationException" } =>
            call.Protocol.WriteError(call.Operation, call.Protocol.UnknownOperation(call.Operation.Name), requestId),
        Outcome<JsonObject>.Refused { Refusal: var refusal } =>
            call.Protocol.WriteError(call.Operation, new(refusal.Code, refusal.Message) { Members = refusal.Members }, requestId),
        _ => throw new InvalidOperationException("A call ended without an answer"),
    };
}
