using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;

namespace Headroom.Wire.Protocols.Json;

/// <summary>AWS JSON 1.0 and 1.1 (<see href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html"/>).</summary>
internal sealed class AwsJsonProtocol(ServiceDescription service) : Protocol(service)
{
    public override WireProtocol Kind => WireProtocol.Json;

    private static readonly StructureShape Nothing = new() { Name = "Nothing", Members = [] };

    private string ContentType => $"application/x-amz-json-{Service.JsonVersion}";

    public override WireError UnknownOperation(string name) =>
        new("UnknownOperationException", $"{Service.ServiceId} has no operation {name} here");

    private protected override WireResult Read(OperationDescription operation, WireRequest request)
    {
        var problems = new Problems();
        var json = JsonBody.Read(operation.Input ?? Nothing, request.Body, problems);
        return problems.First is { } problem
            ? new WireResult.Failed(new WireError("SerializationException", problem))
            : new WireResult.Read(json!.AsObject());
    }

    public override WireResponse WriteResponse(OperationDescription operation, JsonObject response, string requestId) =>
        new(operation.Status, Headers(requestId), operation.Output is { } output ? JsonBody.Write(output, response) : []);

    public override WireResponse WriteError(OperationDescription? operation, WireError error, string requestId)
    {
        var declared = operation?.ErrorNamed(error.Code);
        var headers = Headers(requestId);
        if (Service.QueryCompatible)
        {
            headers.Add("x-amzn-query-error", JsonErrors.QueryError(declared, error));
        }

        return new WireResponse(
            error.StatusFor(declared, rest: false), headers, JsonErrors.Write(declared, error, JsonErrors.Prefix(Service), MessageMember(declared)));
    }

    public override WireRequest WriteRequest(OperationDescription operation, JsonObject request) => new(
        "POST",
        "/",
        "",
        new WireHeaders { ["Content-Type"] = ContentType, ["X-Amz-Target"] = $"{Service.TargetPrefix}.{operation.Name}" },
        JsonBody.Write(operation.Input ?? Nothing, request));

    public override WireResult ReadResponse(OperationDescription operation, WireResponse response)
    {
        if (response.Status >= 300)
        {
            return JsonErrors.Read(operation, response);
        }

        var problems = new Problems();
        var json = JsonBody.Read(operation.Output ?? Nothing, response.Body, problems);
        return problems.First is { } problem
            ? new WireResult.Failed(new WireError("UnreadableAnswer", problem))
            : new WireResult.Read(json!.AsObject());
    }

    private WireHeaders Headers(string requestId) => new() { ["Content-Type"] = ContentType, ["x-amzn-RequestId"] = requestId };
}
