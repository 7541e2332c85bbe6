using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols.Cbor;
using Headroom.Wire.Protocols.Json;
using Headroom.Wire.Protocols.Query;
using Headroom.Wire.Protocols.Rest;

namespace Headroom.Wire.Protocols;

/// <summary>
/// One protocol as one service speaks it, both halves: a server reads requests and writes answers, a client writes requests and
/// reads answers. Pure: request ids come from the caller. The canonical form is described at <see cref="Wire.Json.WireJson"/>.
/// </summary>
public abstract class Protocol
{
    private protected Protocol(ServiceDescription service) => Service = service;

    /// <summary>The service that speaks.</summary>
    public ServiceDescription Service { get; }

    /// <summary>Which protocol it is.</summary>
    public abstract WireProtocol Kind { get; }

    /// <summary>The error for an operation that the service does not have.</summary>
    public abstract WireError UnknownOperation(string name);

    /// <summary>Reads a request. Its constraints are not looked at yet: see <see cref="Validation.RequestValidation"/>.</summary>
    public WireResult ReadRequest(OperationDescription operation, WireRequest request) => ContentCoding.Decode(request) is { } plain
        ? Read(operation, plain)
        : new WireResult.Failed(new WireError("InvalidRequest", "The body is not encoded as its headers say"));

    /// <summary>Writes an answer from its canonical form.</summary>
    public abstract WireResponse WriteResponse(OperationDescription operation, JsonObject response, string requestId);

    /// <summary>Writes an error.</summary>
    /// <param name="operation">The operation that was asked for; null where it is not known.</param>
    /// <param name="error">The error.</param>
    /// <param name="requestId">The id that people quote to find the request again.</param>
    public abstract WireResponse WriteError(OperationDescription? operation, WireError error, string requestId);

    /// <summary>Writes a request from its canonical form, without host and signature.</summary>
    public abstract WireRequest WriteRequest(OperationDescription operation, JsonObject request);

    /// <summary>Reads an answer, which may be an error.</summary>
    public abstract WireResult ReadResponse(OperationDescription operation, WireResponse response);

    private protected abstract WireResult Read(OperationDescription operation, WireRequest request);

    /// <summary>The protocol as the service speaks it.</summary>
    public static Protocol For(ServiceDescription service, WireProtocol protocol) => protocol switch
    {
        WireProtocol.Json => new AwsJsonProtocol(service),
        WireProtocol.Query => new QueryProtocol(service),
        WireProtocol.RestJson => new RestJsonProtocol(service),
        WireProtocol.RestXml => new RestXmlProtocol(service),
        WireProtocol.RpcV2Cbor => new RpcV2CborProtocol(service),
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, $"{service.Service} does not speak it"),
    };

    /// <summary>The declared error's name for messages: <c>message</c> or <c>Message</c>, as the service's errors have it.</summary>
    private protected string MessageMember(StructureShape? declared) =>
        (declared is null ? Service.Shapes.Values.OfType<StructureShape>().Where(shape => shape.Error is not null) : [declared])
            .SelectMany(error => error.Members)
            .FirstOrDefault(member => member.Name.Equals("message", StringComparison.OrdinalIgnoreCase))?.Name ?? "message";
}
