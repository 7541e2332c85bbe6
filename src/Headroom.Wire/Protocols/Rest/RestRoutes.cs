using System.Collections.Concurrent;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>Finds the operation of a REST request by method, path and query.</summary>
internal static class RestRoutes
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<(OperationDescription Operation, RouteTemplate Template)>> Routes =
        new(StringComparer.Ordinal);

    /// <summary>Among the services that speak REST: the one that was signed for, else the first with such a path, S3 last.</summary>
    public static Identified Identify(IReadOnlyList<ServiceDescription> services, WireRequest request, string? scope)
    {
        var candidates = services
            .Where(service => service.Protocols[0] is WireProtocol.RestJson or WireProtocol.RestXml)
            .Where(service => scope is null || service.SigningName == scope)
            .OrderBy(service => service.Protocols[0] == WireProtocol.RestXml)
            .ToList();
        foreach (var service in candidates)
        {
            if (Find(service, request) is { } operation)
            {
                return new Identified.Call(Protocol.For(service, service.Protocols[0]), operation);
            }
        }

        var asked = candidates is [var only] ? only : ServerProtocols.Undescribed(scope ?? "The service", "1.1");
        var protocol = Protocol.For(asked, asked.Protocols is [var favourite, ..] ? favourite : WireProtocol.RestJson);
        var query = request.RawQuery.Length == 0 ? "" : "?" + request.RawQuery;
        return new Identified.Unknown(protocol, protocol.UnknownOperation($"{request.Method} {request.Path}{query}"));
    }

    private static OperationDescription? Find(ServiceDescription service, WireRequest request)
    {
        var addressed = service.Protocols[0] == WireProtocol.RestXml ? BucketHosts.PathStyle(request) : request;
        return Routes.GetOrAdd(service.Service, _ => Build(service))
            .FirstOrDefault(route => route.Template.Match(addressed) is not null).Operation;
    }

    private static IReadOnlyList<(OperationDescription Operation, RouteTemplate Template)> Build(ServiceDescription service) =>
        [.. service.Operations.Values
            .Select(operation => (Operation: operation, Template: new RouteTemplate(operation)))
            .OrderByDescending(route => route.Template.Weight)];
}
