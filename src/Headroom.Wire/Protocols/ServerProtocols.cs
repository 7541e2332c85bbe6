using System.Text.RegularExpressions;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols.Rest;
using Headroom.Wire.Signatures;

namespace Headroom.Wire.Protocols;

/// <summary>Tells from a request alone which service, operation and protocol it is for, as one endpoint for all services must.</summary>
public static partial class ServerProtocols
{
    private static readonly IReadOnlyList<ServiceDescription> All = [.. ApiDescriptions.Services.Select(ApiDescriptions.For)];

    /// <summary>
    /// In this order: the path of RPC v2, the header <c>X-Amz-Target</c>, a form or query with an <c>Action</c>, else REST, where
    /// the signature's scope names the service and method, path and query name the operation.
    /// </summary>
    public static Identified Identify(WireRequest request)
    {
        if (request.Headers["Smithy-Protocol"] == "rpc-v2-cbor" && RpcPath().Match(request.Path) is { Success: true } rpc)
        {
            return ByTarget(rpc.Groups["service"].Value, rpc.Groups["operation"].Value, WireProtocol.RpcV2Cbor, null);
        }

        if (request.Headers["X-Amz-Target"] is { } target)
        {
            var dot = target.LastIndexOf('.');
            return ByTarget(dot < 0 ? "" : target[..dot], target[(dot + 1)..], WireProtocol.Json, request.Headers["Content-Type"]);
        }

        var scope = CredentialScope.Of(request)?.Service;
        var form = FormOf(request);
        return form.Value("Action") is { } action
            ? ByAction(action, form.Value("Version"), scope)
            : RestRoutes.Identify(All, request, scope);
    }

    private static Identified ByTarget(string prefix, string operation, WireProtocol protocol, string? contentType)
    {
        var service = All.FirstOrDefault(known => known.TargetPrefix == prefix && known.Protocols.Contains(protocol))
            ?? Undescribed(prefix, contentType?.EndsWith("1.0", StringComparison.Ordinal) == true ? "1.0" : "1.1");
        return Of(Protocol.For(service, protocol), operation);
    }

    // Most versions belong to one service; the scope decides where there is a signature.
    private static Identified ByAction(string action, string? version, string? scope)
    {
        var candidates = All.Where(service => service.Protocols.Contains(WireProtocol.Query)).ToList();
        var service = candidates.Find(known => scope is null ? known.ApiVersion == version : known.SigningName == scope)
            ?? candidates.Find(known => scope is null && known.Operations.ContainsKey(action))
            ?? Undescribed(scope ?? "The service", "1.1");
        return Of(Protocol.For(service, WireProtocol.Query), action);
    }

    private static Identified Of(Protocol protocol, string operation) =>
        protocol.Service.Operations.TryGetValue(operation, out var described)
            ? new Identified.Call(protocol, described)
            : new Identified.Unknown(protocol, protocol.UnknownOperation(operation));

    private static IReadOnlyList<KeyValuePair<string, string>> FormOf(WireRequest request) =>
        request.Headers["Content-Type"]?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? Form.Parse(ContentCoding.Decode(request)?.Body ?? [])
            : Form.Parse(request.RawQuery);

    internal static ServiceDescription Undescribed(string name, string jsonVersion) => new()
    {
        Service = name,
        ServiceId = name,
        ApiVersion = "",
        SigningName = name,
        EndpointPrefix = name,
        Protocols = [],
        JsonVersion = jsonVersion,
        Operations = new Dictionary<string, OperationDescription>(StringComparer.Ordinal),
        Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal),
    };

    [GeneratedRegex("^/service/(?<service>[^/]+)/operation/(?<operation>[^/]+)$", RegexOptions.None, 1000)]
    private static partial Regex RpcPath();
}
