using Amazon.Runtime.Internal.Auth;
using Headroom.Wire.Http;
using Headroom.Wire.Signatures;

namespace Headroom.Wire.Client;

/// <summary>Signs requests with the signer of AWS's own SDK: all headers that the request has by then, <c>Host</c> among them.</summary>
/// <param name="AccessKeyId">The access key.</param>
/// <param name="SecretAccessKey">Its secret.</param>
/// <param name="SessionToken">The token of temporary credentials, or null.</param>
public sealed record RequestSigner(string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
{
    /// <summary>The request with <c>X-Amz-Date</c>, <c>Authorization</c> and, where there is one, the session token.</summary>
    /// <param name="request">A request with its <c>Host</c>.</param>
    /// <param name="region">The region to sign for.</param>
    /// <param name="service">The signing name of the service.</param>
    /// <param name="now">The wall clock.</param>
    public WireRequest Sign(WireRequest request, string region, string service, DateTimeOffset now)
    {
        var payloadHash = SignatureV4.Hash(request.Body);
        var headers = request.Headers.With("X-Amz-Date", SignatureV4.AmzDate(now));
        headers = SessionToken is null ? headers : headers.With("X-Amz-Security-Token", SessionToken);
        headers = service == CanonicalRequest.S3 ? headers.With("x-amz-content-sha256", payloadHash) : headers;
        var signed = headers.Select(header => header.Key.ToLowerInvariant()).Order(StringComparer.Ordinal).ToList();
        var canonical = CanonicalRequest.Of(request with { Headers = headers }, service, signed, payloadHash);
        var result = AWS4Signer.ComputeSignature(
            AccessKeyId, SecretAccessKey, region, now.UtcDateTime, service, string.Join(';', signed), canonical);
        return request with { Headers = headers.With("Authorization", result.ForAuthorizationHeader) };
    }

    /// <summary>Keeps the secret out of logs.</summary>
    public override string ToString() => $"RequestSigner {AccessKeyId}";
}
