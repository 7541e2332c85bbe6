using System.Text.RegularExpressions;
using Headroom.Wire.Http;

namespace Headroom.Wire.Signatures;

/// <summary>
/// The one text that both sides make of a request and sign
/// (<see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request"/>).
/// </summary>
internal static partial class CanonicalRequest
{
    /// <summary>The service whose paths are signed as they are sent; all others sign them encoded once more.</summary>
    public const string S3 = "s3";

    /// <summary>The canonical request.</summary>
    /// <param name="request">The request; its path and query percent-encoded, as sent.</param>
    /// <param name="service">The signing name of the service.</param>
    /// <param name="signedHeaders">The names of the headers to sign, in lower case and order.</param>
    /// <param name="payloadHash">The body's SHA-256 in hexadecimal digits, or a word in its place.</param>
    public static string Of(WireRequest request, string service, IEnumerable<string> signedHeaders, string payloadHash) => string.Join(
        '\n',
        [
            request.Method,
            Path(request.Path, service),
            Query(request.RawQuery),
            .. signedHeaders.Select(name => $"{name}:{Spaces().Replace(request.Headers[name] ?? "", " ").Trim()}"),
            "",
            string.Join(';', signedHeaders),
            payloadHash,
        ]);

    private static string Path(string path, string service) => string.Join('/', path.Split('/').Select(segment =>
        Uri.EscapeDataString(service == S3 ? Uri.UnescapeDataString(segment) : segment)));

    private static string Query(string rawQuery) => Form.Write(Form.Parse(rawQuery)
        .Where(pair => pair.Key != "X-Amz-Signature")
        .OrderBy(pair => Uri.EscapeDataString(pair.Key), StringComparer.Ordinal)
        .ThenBy(pair => Uri.EscapeDataString(pair.Value), StringComparer.Ordinal));

    [GeneratedRegex(" +", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
