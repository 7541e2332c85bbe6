using System.Net.Http;
using System.Text.Json.Nodes;
using Headroom.Cli.Output;
using Headroom.Cloud;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Http;
using Headroom.Wire.Protocols;

namespace Headroom.Cli.Aws;

/// <summary>Calls over HTTP.</summary>
internal sealed class AwsConnection : IAws
{
    private static readonly HttpClient Http = new();

    private AwsConnection(Uri? endpoint, string region) => (Endpoint, Region) = (endpoint, region);

    public string Region { get; }

    public Uri? Endpoint { get; }

    internal static IAws ToLocal(CloudSettings settings) => new AwsConnection(new(settings.Endpoint), settings.Region);

    internal static IAws Open(string? endpointUrl, string? region, string? profile)
    {
        var endpoint = endpointUrl ?? Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL");
        return endpoint is { Length: > 0 }
            ? new AwsConnection(new(endpoint), region ?? Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1")
            : throw new CommandFailure("no endpoint");
    }

    public async Task<JsonObject> CallAsync(string service, string operation, JsonObject request, CancellationToken cancellation)
    {
        var description = ApiDescriptions.For(service);
        var protocol = Protocol.For(description, description.Protocols[^1]);
        var wire = protocol.WriteRequest(description.Operations[operation], request);
        using var message = new HttpRequestMessage(new(wire.Method), new Uri(Endpoint!, wire.Path + (wire.RawQuery.Length > 0 ? "?" + wire.RawQuery : "")));
        message.Content = new ByteArrayContent(wire.Body);
        foreach (var (name, value) in wire.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        message.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=headroom/20260101/{Region}/{description.SigningName}/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await Http.SendAsync(message, cancellation);
        var headers = new WireHeaders();
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            headers.Add(name, string.Join(',', values));
        }

        var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
        return protocol.ReadResponse(description.Operations[operation], new((int)answer.StatusCode, headers, body)) switch
        {
            WireResult.Read read => read.Json,
            WireResult.Failed failed => throw new AwsRefusal(operation, failed.Error.Code, failed.Error.Message),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}
