using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>
/// What the REST protocols share: members in path, query, headers and body
/// (<see href="https://smithy.io/2.0/spec/http-bindings.html"/>). The document in the body is each one's own.
/// </summary>
internal abstract class RestProtocol(ServiceDescription service, RestDocument document) : Protocol(service)
{
    private readonly BodyBinding body = new(document);

    private protected abstract string RequestIdHeader { get; }

    public override WireResponse WriteResponse(OperationDescription operation, JsonObject response, string requestId)
    {
        var headers = new WireHeaders { [RequestIdHeader] = requestId };
        if (operation.Output is not { } output)
        {
            return new WireResponse(operation.Status, headers, []);
        }

        var status = output.Members.FirstOrDefault(member => member.Location == MemberLocation.StatusCode) is { } member
            && response[member.Name] is { } given ? int.Parse(given.ToJsonString(), CultureInfo.InvariantCulture) : operation.Status;
        HeaderBinding.Write(output, response, headers);
        return new WireResponse(status, headers, body.Write(output, response, operation, headers));
    }

    public override WireRequest WriteRequest(OperationDescription operation, JsonObject request)
    {
        var members = operation.Input?.Members ?? [];
        var (path, query) = new RouteTemplate(operation).Fill(label =>
            (string)request[members.Single(member => member.Location == MemberLocation.Uri && member.WireName == label).Name]!);
        var given = members
            .Where(member => member.Location == MemberLocation.QueryString && request[member.Name] is not null)
            .SelectMany(member => HttpText.WriteQuery(member, request[member.Name]!));
        var headers = new WireHeaders();
        var content = Array.Empty<byte>();
        if (operation.Input is { } input)
        {
            HeaderBinding.Write(input, request, headers);
            content = body.Write(input, request, operation, headers);
        }

        var rawQuery = string.Join('&', new[] { query, Form.Write(given) }.Where(part => part.Length > 0));
        return new WireRequest(operation.Method, path, rawQuery, headers, content);
    }

    public override WireResult ReadResponse(OperationDescription operation, WireResponse response)
    {
        if (response.Status >= 300)
        {
            return ReadError(operation, response);
        }

        if (operation.Output is not { } output)
        {
            return new WireResult.Read([]);
        }

        var problems = new Problems();
        var json = body.Read(output, response.Body, problems);
        HeaderBinding.Read(output, response.Headers, json, problems);
        foreach (var member in output.Members.Where(member => member.Location == MemberLocation.StatusCode))
        {
            json[member.Name] = response.Status;
        }

        return problems.First is { } problem
            ? new WireResult.Failed(new WireError("UnreadableAnswer", problem))
            : new WireResult.Read(json);
    }

    private protected override WireResult Read(OperationDescription operation, WireRequest request)
    {
        if (operation.Input is not { } input)
        {
            return new WireResult.Read([]);
        }

        var problems = new Problems();
        var json = body.Read(input, request.Body, problems);
        HeaderBinding.Read(input, request.Headers, json, problems);
        var labels = new RouteTemplate(operation).Match(request)
            ?? throw new ArgumentException($"{request.Method} {request.Path} is not {operation.Name}", nameof(request));
        var query = Form.Parse(request.RawQuery);
        foreach (var member in input.Members)
        {
            var value = member.Location switch
            {
                MemberLocation.Uri => HttpText.ReadHeader(member.Shape, labels[member.WireName], problems),
                MemberLocation.QueryString => HttpText.ReadQuery(member, query, problems),
                _ => null,
            };
            if (value is not null)
            {
                json[member.Name] = value;
            }
        }

        return problems.First is { } problem
            ? new WireResult.Failed(new WireError(UnreadableRequestCode, problem))
            : new WireResult.Read(json);
    }

    private protected abstract string UnreadableRequestCode { get; }

    private protected abstract WireResult ReadError(OperationDescription operation, WireResponse response);
}
