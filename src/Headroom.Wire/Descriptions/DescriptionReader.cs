using System.Text.Json.Nodes;

namespace Headroom.Wire.Descriptions;

/// <summary>Reads a description as <c>tools/Headroom.ApiDescriptions</c> writes it. What is absent has the default named here.</summary>
internal static class DescriptionReader
{
    public static ServiceDescription Read(JsonObject description)
    {
        var shapes = new Dictionary<string, Shape>(StringComparer.Ordinal);
        foreach (var (name, facts) in description["shapes"]!.AsObject())
        {
            shapes.Add(name, ShapeReader.Read(name, facts!.AsObject(), shapes));
        }

        return new ServiceDescription
        {
            Service = (string)description["service"]!,
            ServiceId = (string)description["serviceId"]!,
            ApiVersion = (string)description["apiVersion"]!,
            SigningName = (string)description["signingName"]!,
            EndpointPrefix = (string)description["endpointPrefix"]!,
            GlobalEndpoint = (string?)description["globalEndpoint"],
            Protocols = [.. description["protocols"]!.AsArray().Select(name => Protocol((string)name!))],
            JsonVersion = (string?)description["jsonVersion"],
            TargetPrefix = (string?)description["targetPrefix"],
            XmlNamespace = (string?)description["xmlNamespace"],
            QueryCompatible = (bool?)description["queryCompatible"] ?? false,
            Operations = description["operations"]!.AsObject().ToDictionary(
                operation => operation.Key, operation => Operation(operation.Key, operation.Value!.AsObject(), shapes), StringComparer.Ordinal),
            Shapes = shapes,
        };
    }

    private static OperationDescription Operation(string name, JsonObject facts, Dictionary<string, Shape> shapes)
    {
        var route = ((string?)facts["http"] ?? "POST /").Split(' ');
        return new OperationDescription
        {
            Name = name,
            Method = route[0],
            Uri = route[1],
            Status = (int?)facts["status"] ?? 200,
            Input = Structure("input"),
            Output = Structure("output"),
            ResultWrapper = (string?)facts["resultWrapper"] ?? $"{name}Result",
            Errors = [.. (facts["errors"]?.AsArray() ?? []).Select(error => (StructureShape)shapes[(string)error!])],
        };

        StructureShape? Structure(string side) => (string?)facts[side] is { } shape ? (StructureShape)shapes[shape] : null;
    }

    private static WireProtocol Protocol(string name) => name switch
    {
        "json" => WireProtocol.Json,
        "query" => WireProtocol.Query,
        "rest-json" => WireProtocol.RestJson,
        "rest-xml" => WireProtocol.RestXml,
        "smithy-rpc-v2-cbor" => WireProtocol.RpcV2Cbor,
        _ => throw new InvalidDataException($"{name} is no protocol known here"),
    };
}
