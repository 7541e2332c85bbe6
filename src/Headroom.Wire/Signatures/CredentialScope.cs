using Headroom.Wire.Http;

namespace Headroom.Wire.Signatures;

/// <summary>
/// What a signature names as signed for: <c>AKID/20260301/us-east-1/ecs/aws4_request</c>
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>).
/// </summary>
/// <param name="AccessKeyId">The access key.</param>
/// <param name="Date">The day, <c>20260301</c>.</param>
/// <param name="Region">The region.</param>
/// <param name="Service">The service's signing name.</param>
public sealed record CredentialScope(string AccessKeyId, string Date, string Region, string Service)
{
    internal const string Algorithm = "AWS4-HMAC-SHA256";
    internal const string Terminator = "aws4_request";

    /// <summary>The scope without the key, as it is signed: <c>20260301/us-east-1/ecs/aws4_request</c>.</summary>
    public string Text => $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>The scope in the header <c>Authorization</c> or, of a presigned URL, in the query; null where there is none.</summary>
    public static CredentialScope? Of(WireRequest request) =>
        request.Headers["Authorization"] is { } header && AuthorizationHeader.Parse(header) is { } authorization ? authorization.Scope
        : Form.Parse(request.RawQuery).Value("X-Amz-Credential") is { } credential ? Parse(credential)
        : null;

    /// <summary>Reads <c>AKID/20260301/us-east-1/ecs/aws4_request</c>; null where it is something else.</summary>
    public static CredentialScope? Parse(string credential) => credential.Split('/') is [var key, var date, var region, var service, Terminator]
        ? new CredentialScope(key, date, region, service)
        : null;
}
