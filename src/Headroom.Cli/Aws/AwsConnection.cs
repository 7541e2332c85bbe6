using System.Net.Http;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Headroom.Cli.Output;
using Headroom.Cloud;
using Headroom.Wire.Client;

namespace Headroom.Cli.Aws;

/// <summary>Signed calls over HTTP.</summary>
internal sealed class AwsConnection : IAws
{
    /// <summary>The key that a local cloud takes for its administrator's, as it does any that it did not issue.</summary>
    private static readonly RequestSigner LocalAdministrator = new("headroom", "headroom");
    private static readonly HttpClient Http = new();
    private readonly AwsClient _client;

    private AwsConnection(Uri? endpoint, string region, RequestSigner signer)
    {
        (Endpoint, Region) = (endpoint, region);
        _client = new(Http, signer, region, endpoint?.ToString().TrimEnd('/'), TimeProvider.System);
    }

    public string Region { get; }

    public Uri? Endpoint { get; }

    internal static IAws ToLocal(CloudSettings settings) => new AwsConnection(new(settings.Endpoint), settings.Region, LocalAdministrator);

    /// <summary>Connects as AWS's own tools would: endpoint, Region and credentials from the options, the environment or the configuration files.</summary>
    internal static async Task<IAws> OpenAsync(string? endpointUrl, string? region, string? profile)
    {
        var endpoint = Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") is { Length: > 0 } set ? endpointUrl ?? set : endpointUrl;
        var place = endpoint is null ? null : ReadUrl(endpoint);
        var local = place is { IsLoopback: true } && profile is null && Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN") is null;
        var signer = local ? LocalAdministrator : await SignerAsync(profile);
        return new AwsConnection(place, region ?? AwsRegion.Find(profile) ?? "us-east-1", signer);
    }

    private static Uri ReadUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https")
        ? url
        : throw new CommandFailure($"The endpoint {text} is no URL such as http://127.0.0.1:4566.");

    private static async Task<RequestSigner> SignerAsync(string? profile)
    {
        try
        {
            return await AwsCredentials.ResolveAsync(profile);
        }
        catch (AmazonClientException none)
        {
            throw new CommandFailure(
                profile is null
                    ? "There are no AWS credentials here. Sign in (aws configure, aws sso login), name a profile with --profile, or speak to a local cloud: headroom up, and in this shell eval \"$(headroom env)\"."
                    : $"Profile {profile} gives no AWS credentials: {none.Message}.",
                none);
        }
    }

    public async Task<JsonObject> CallAsync(string service, string operation, JsonObject request, CancellationToken cancellation)
    {
        try
        {
            return await _client.CallAsync(service, operation, request, cancellation);
        }
        catch (AwsException refused)
        {
            throw new AwsRefusal(operation, refused.Error.Code, refused.Error.Message);
        }
    }
}
