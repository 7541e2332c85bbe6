using System.Security.Cryptography;
using System.Text;
using Headroom.Wire.Http;

namespace Headroom.Wire.Signatures;

/// <summary>Verifies signatures of requests as they came, before anything in them is decoded.</summary>
public static class SignatureVerifier
{
    private const string DoesNotMatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
        + "Consult the service documentation for details.";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan S3Limit = TimeSpan.FromMinutes(15);

    /// <summary>Looks at a request's signature.</summary>
    /// <param name="request">The request as it came, with its <c>Host</c>.</param>
    /// <param name="secretOf">The secret of an access key; null where the key is not known.</param>
    /// <param name="now">The wall clock: clients know no other (and set theirs right by the header <c>Date</c> of an answer).</param>
    /// <returns>
    /// Signed more than 5 minutes ago or ahead (15 for S3; a presigned URL: past its time): <see cref="SignatureVerdict.Skewed"/>.
    /// </returns>
    public static SignatureVerdict Verify(WireRequest request, Func<string, string?> secretOf, DateTimeOffset now)
    {
        if (request.Headers["Authorization"] is null && !RequestSignature.IsPresigned(request))
        {
            return new SignatureVerdict.Unsigned();
        }

        if (RequestSignature.Of(request) is not { } signature || !SignatureV4.TryParse(signature.AmzDate, out var signedAt))
        {
            return new SignatureVerdict.Mismatch("Authorization header or query requires Credential, SignedHeaders, Signature and a date.");
        }

        var scope = signature.Authorization.Scope;
        var canonical = CanonicalRequest.Of(request, scope.Service, signature.Authorization.SignedHeaders, signature.PayloadHash);
        return secretOf(scope.AccessKeyId) is not { } secret ? new SignatureVerdict.UnknownKey(scope)
            : Skew(signature, signedAt, now) is { } reason ? new SignatureVerdict.Skewed(reason)
            : !signature.AmzDate.StartsWith(scope.Date, StringComparison.Ordinal)
                || !signature.IsFor(request.Body)
                || !Same(SignatureV4.Sign(secret, scope, signature.AmzDate, canonical), signature.Authorization.Signature)
                ? new SignatureVerdict.Mismatch(DoesNotMatch)
            : new SignatureVerdict.Valid(scope, signature.SessionToken);
    }

    private static string? Skew(RequestSignature signature, DateTimeOffset signedAt, DateTimeOffset now)
    {
        var limit = signature.Authorization.Scope.Service == CanonicalRequest.S3 ? S3Limit : Limit;
        var early = now - limit;
        var late = now + limit;
        return signature.ValidFor is { } validFor && now > signedAt + validFor ? "Request has expired"
            : signature.ValidFor is null && signedAt < early
                ? $"Signature expired: {signature.AmzDate} is now earlier than {Date(early)} ({Date(now)} - {limit.TotalMinutes} min.)"
            : signedAt > late
                ? $"Signature not yet current: {signature.AmzDate} is still later than {Date(late)} ({Date(now)} + {limit.TotalMinutes} min.)"
            : null;
    }

    private static string Date(DateTimeOffset instant) => SignatureV4.AmzDate(instant);

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
