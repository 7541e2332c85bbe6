using System.Globalization;
using Headroom.Wire.Http;

namespace Headroom.Wire.Signatures;

/// <summary>The signature that a request carries: in its header <c>Authorization</c>, or in the query of a presigned URL.</summary>
internal sealed record RequestSignature(AuthorizationHeader Authorization, string AmzDate, TimeSpan? ValidFor, string? SessionToken, string PayloadHash)
{
    private const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>Whether the query carries a signature.</summary>
    public static bool IsPresigned(WireRequest request) => Form.Parse(request.RawQuery).Value("X-Amz-Signature") is not null;

    /// <summary>The signature; null where it cannot be read.</summary>
    public static RequestSignature? Of(WireRequest request) => IsPresigned(request) ? OfQuery(request) : OfHeader(request);

    private static RequestSignature? OfHeader(WireRequest request) =>
        request.Headers["Authorization"] is { } header
        && AuthorizationHeader.Parse(header) is { } authorization
        && request.Headers["X-Amz-Date"] is { } date
            ? new RequestSignature(
                authorization, date, null, request.Headers["X-Amz-Security-Token"],
                request.Headers["x-amz-content-sha256"] ?? SignatureV4.Hash(request.Body))
            : null;

    private static RequestSignature? OfQuery(WireRequest request)
    {
        var query = Form.Parse(request.RawQuery);
        return CredentialScope.Parse(query.Value("X-Amz-Credential") ?? "") is { } scope
            && query.Value("X-Amz-SignedHeaders") is { } signed
            && query.Value("X-Amz-Date") is { } date
            && int.TryParse(query.Value("X-Amz-Expires"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? new RequestSignature(
                    new AuthorizationHeader(scope, signed.Split(';'), query.Value("X-Amz-Signature")!),
                    date,
                    TimeSpan.FromSeconds(seconds),
                    query.Value("X-Amz-Security-Token"),
                    scope.Service == CanonicalRequest.S3 ? Unsigned : SignatureV4.Hash(request.Body))
                : null;
    }

    /// <summary>Whether the body is the one whose hash is signed. Streamed and unsigned payloads have no hash.</summary>
    public bool IsFor(byte[] body) =>
        PayloadHash == Unsigned
        || PayloadHash.StartsWith("STREAMING-", StringComparison.Ordinal)
        || PayloadHash == SignatureV4.Hash(body);
}
