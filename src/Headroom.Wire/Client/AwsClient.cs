using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Json;
using Headroom.Wire.Protocols;

namespace Headroom.Wire.Client;

/// <summary>Calls AWS, or an endpoint that speaks like it, with the operations that are described.</summary>
/// <param name="http">Sends the requests.</param>
/// <param name="signer">Signs them.</param>
/// <param name="region">The region: <c>us-east-1</c>.</param>
/// <param name="endpointUrl">The one endpoint to ask instead of AWS, or null: see <see cref="AwsEndpoint.Resolve"/>.</param>
/// <param name="time">The wall clock, for signatures and for pauses between attempts.</param>
public sealed class AwsClient(HttpClient http, RequestSigner signer, string region, string? endpointUrl, TimeProvider time)
{
    private const int Attempts = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Calls an operation. Throttling, faults of the server and broken connections are tried again, three times in all.</summary>
    /// <param name="service">The service, as <see cref="ApiDescriptions"/> names it.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request, a record out of <c>Headroom.Wire.Shapes</c>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="AwsException">The service refuses.</exception>
    /// <exception cref="HttpRequestException">The endpoint cannot be reached.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        string service, string operation, TRequest request, CancellationToken cancel = default) =>
        WireJson.FromJson<TResponse>(await CallAsync(service, operation, WireJson.ToJson(request), cancel));

    /// <summary>Calls an operation with the canonical form of its request.</summary>
    public async Task<JsonObject> CallAsync(string service, string operation, JsonObject request, CancellationToken cancel = default)
    {
        var description = ApiDescriptions.For(service);
        var called = description.Operations[operation];
        var protocol = Protocol.For(description, description.Protocols[0]);
        var endpoint = AwsEndpoint.Resolve(description, region, endpointUrl, Environment.GetEnvironmentVariable);
        var unsigned = protocol.WriteRequest(called, request);
        for (var attempt = 1; ; attempt++)
        {
            var (result, problem) = await TryAsync(protocol, called, unsigned, endpoint, cancel);
            switch (result)
            {
                case WireResult.Read read:
                    return read.Json;
                case WireResult.Failed failed when attempt == Attempts || !Retries.Helps(failed.Error):
                    throw new AwsException(service, operation, failed.Error);
                case null when attempt == Attempts:
                    throw problem!;
            }

            await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), time, cancel);
        }
    }

    private async Task<(WireResult? Result, HttpRequestException? Problem)> TryAsync(
        Protocol protocol, OperationDescription operation, WireRequest request, AwsEndpoint endpoint, CancellationToken cancel)
    {
        var addressed = request with { Headers = request.Headers.With("Host", endpoint.Url.Authority) };
        var signed = signer.Sign(addressed, endpoint.SigningRegion, protocol.Service.SigningName, time.GetUtcNow());
        using var message = Message(signed, endpoint.Url);
        try
        {
            using var answer = await http.SendAsync(message, cancel);
            var headers = new WireHeaders();
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            {
                headers.Add(name, string.Join(',', values));
            }

            var response = new WireResponse((int)answer.StatusCode, headers, await answer.Content.ReadAsByteArrayAsync(cancel));
            return (protocol.ReadResponse(operation, response), null);
        }
        catch (HttpRequestException problem)
        {
            return (null, problem);
        }
    }

    private static HttpRequestMessage Message(WireRequest request, Uri endpoint)
    {
        var query = request.RawQuery.Length == 0 ? "" : "?" + request.RawQuery;
        var message = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(endpoint, request.Path + query));
        if (request.Body.Length > 0)
        {
            message.Content = new ByteArrayContent(request.Body);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                message.Content ??= new ByteArrayContent([]);
                message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            }
            else
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
