using System.Text.Json.Nodes;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols;
using Headroom.Wire.Signatures;

namespace Headroom.Wire.Tests.Client;

/// <summary>A server made of the server half, without a network. It keeps what it was asked and answers what it is told to.</summary>
internal sealed class LoopbackServer(params Func<OperationAsked, Protocol, WireResponse>[] answers) : HttpMessageHandler
{
    public List<OperationAsked> Asked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = new WireHeaders();
        foreach (var (name, values) in request.Headers.Concat(request.Content is { } content ? content.Headers : []))
        {
            headers.Add(name, string.Join(',', values));
        }

        var url = request.RequestUri!;
        var wire = new WireRequest(
            request.Method.Method, url.AbsolutePath, url.Query.TrimStart('?'), headers,
            request.Content is { } body ? await body.ReadAsByteArrayAsync(cancellationToken) : []);
        var call = ServerProtocols.Identify(wire).ShouldBeOfType<Identified.Call>();
        var json = call.Protocol.ReadRequest(call.Operation, wire).ShouldBeOfType<WireResult.Read>().Json;
        var asked = new OperationAsked(
            call.Operation, json, url.Authority, SignatureVerifier.Verify(wire, _ => "secret", TimeProvider.System.GetUtcNow()));
        Asked.Add(asked);
        return Message(answers[Math.Min(Asked.Count, answers.Length) - 1](asked, call.Protocol));
    }

    private static HttpResponseMessage Message(WireResponse response)
    {
        var message = new HttpResponseMessage((System.Net.HttpStatusCode)response.Status) { Content = new ByteArrayContent(response.Body) };
        foreach (var (name, value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}

internal sealed record OperationAsked(
    Headroom.Wire.Descriptions.OperationDescription Operation, JsonObject Request, string Host, SignatureVerdict Signature);
