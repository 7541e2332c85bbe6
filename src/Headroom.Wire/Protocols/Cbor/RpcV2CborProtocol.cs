using System.Formats.Cbor;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols.Json;

namespace Headroom.Wire.Protocols.Cbor;

/// <summary>Smithy RPC v2 CBOR (<see href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html"/>).</summary>
internal sealed class RpcV2CborProtocol(ServiceDescription service) : Protocol(service)
{
    public override WireProtocol Kind => WireProtocol.RpcV2Cbor;

    private const string ContentType = "application/cbor";
    private const string Name = "rpc-v2-cbor";

    public override WireError UnknownOperation(string name) =>
        new("UnknownOperationException", $"{Service.ServiceId} has no operation {name} here");

    public override WireResponse WriteResponse(OperationDescription operation, JsonObject response, string requestId) =>
        new(operation.Status, Headers(requestId), operation.Output is { } output ? Write(output, response) : []);

    public override WireResponse WriteError(OperationDescription? operation, WireError error, string requestId)
    {
        var declared = operation?.ErrorNamed(error.Code);
        var headers = Headers(requestId);
        if (Service.QueryCompatible)
        {
            headers.Add("x-amzn-query-error", JsonErrors.QueryError(declared, error));
        }

        var writer = new CborWriter();
        writer.WriteStartMap(null);
        writer.WriteTextString("__type");
        writer.WriteTextString(declared?.Name ?? error.Code);
        writer.WriteTextString(MessageMember(declared));
        writer.WriteTextString(error.Message);
        foreach (var (name, value) in error.Members ?? [])
        {
            writer.WriteTextString(name);
            CborBodyWriter.Write(writer, declared!.MemberNamed(name)!.Shape, value!);
        }

        writer.WriteEndMap();
        return new WireResponse(error.StatusFor(declared, rest: true), headers, writer.Encode());
    }

    public override WireRequest WriteRequest(OperationDescription operation, JsonObject request)
    {
        var headers = new WireHeaders { ["Smithy-Protocol"] = Name, ["Accept"] = ContentType };
        if (operation.Input is not null)
        {
            headers.Add("Content-Type", ContentType);
        }

        return new WireRequest(
            "POST",
            $"/service/{Service.TargetPrefix}/operation/{operation.Name}",
            "",
            headers,
            operation.Input is { } input ? Write(input, request) : []);
    }

    public override WireResult ReadResponse(OperationDescription operation, WireResponse response)
    {
        if (response.Status < 300)
        {
            return Read(operation.Output, response.Body, "UnreadableAnswer");
        }

        var text = new StringShape { Name = "Text" };
        var name = Member("__type")?.Split('#')[^1] ?? $"HTTP {response.Status}";
        return new WireResult.Failed(new WireError(name, Member("message") ?? Member("Message") ?? "")
        {
            Status = response.Status,
            Members = operation.ErrorNamed(name) is { } declared && Read(declared, response.Body, name) is WireResult.Read read ? read.Json : null,
        });

        string? Member(string member)
        {
            var only = new StructureShape
            {
                Name = "Error",
                Members = [new Member(new Dictionary<string, Shape>(StringComparer.Ordinal) { ["Text"] = text }, "Text") { Name = member }],
            };
            return Read(only, response.Body, "") is WireResult.Read read ? (string?)read.Json[member] : null;
        }
    }

    private protected override WireResult Read(OperationDescription operation, WireRequest request) =>
        Read(operation.Input, request.Body, "SerializationException");

    private static WireResult Read(StructureShape? shape, byte[] body, string otherwise)
    {
        if (shape is null || body.Length == 0)
        {
            return new WireResult.Read([]);
        }

        try
        {
            return new WireResult.Read(CborBodyReader.Read(new CborReader(body, CborConformanceMode.Lax), shape) as JsonObject ?? []);
        }
        catch (Exception problem) when (problem is CborContentException or InvalidOperationException or OverflowException)
        {
            return new WireResult.Failed(new WireError(otherwise, problem.Message));
        }
    }

    private static byte[] Write(Shape shape, JsonObject json)
    {
        var writer = new CborWriter();
        CborBodyWriter.Write(writer, shape, json);
        return writer.Encode();
    }

    private static WireHeaders Headers(string requestId) =>
        new() { ["Smithy-Protocol"] = Name, ["Content-Type"] = ContentType, ["x-amzn-RequestId"] = requestId };
}
