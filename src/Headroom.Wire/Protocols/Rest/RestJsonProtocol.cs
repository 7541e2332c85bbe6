using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols.Json;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>REST-JSON (<see href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html"/>).</summary>
internal sealed class RestJsonProtocol(ServiceDescription service) : RestProtocol(service, new RestDocument.OfJson())
{
    public override WireProtocol Kind => WireProtocol.RestJson;

    private protected override string RequestIdHeader => "x-amzn-RequestId";

    private protected override string UnreadableRequestCode => "SerializationException";

    public override WireError UnknownOperation(string name) =>
        new("UnknownOperationException", $"{Service.ServiceId} has no operation for {name} here");

    public override WireResponse WriteError(OperationDescription? operation, WireError error, string requestId)
    {
        var declared = operation?.ErrorNamed(error.Code);
        var status = error.StatusFor(declared, rest: true);
        var headers = new WireHeaders
        {
            ["Content-Type"] = "application/json",
            [RequestIdHeader] = requestId,
            ["x-amzn-ErrorType"] = declared?.Name ?? error.Code,
        };
        var members = error.Members?.DeepClone().AsObject() ?? [];
        if (declared?.MemberNamed("Type") is not null && !members.ContainsKey("Type"))
        {
            members["Type"] = status >= 500 ? "Service" : "User";
        }

        return new WireResponse(
            status, headers, JsonErrors.Write(declared, error with { Members = members }, "", MessageMember(declared)));
    }

    private protected override WireResult ReadError(OperationDescription operation, WireResponse response) =>
        JsonErrors.Read(operation, response);
}
