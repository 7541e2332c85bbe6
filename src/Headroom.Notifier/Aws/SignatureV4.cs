using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Headroom.Notifier.Aws;

/// <summary>
/// AWS Signature Version 4 for a POST without a query, the one form of request that is sent here.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html"/>
/// </summary>
/// <param name="Credentials">Whose signature.</param>
/// <param name="Region">The signature's Region.</param>
/// <param name="Service">The signature's service.</param>
internal sealed record SignatureV4(Credentials Credentials, string Region, string Service)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The <c>x-amz-date</c> that must be among the signed headers.</summary>
    public static string Date(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The value of the <c>Authorization</c> header.</summary>
    /// <param name="path">The URL's path, as sent.</param>
    /// <param name="headers">The headers to sign, by lower-case name, <c>host</c> and <c>x-amz-date</c> among them.</param>
    /// <param name="body">The request's body.</param>
    public string Authorization(string path, SortedDictionary<string, string> headers, byte[] body)
    {
        var date = headers["x-amz-date"];
        var scope = $"{date[..8]}/{Region}/{Service}/aws4_request";
        var signed = string.Join(';', headers.Keys);
        var canonicalHeaders = string.Concat(headers.Select(header => $"{header.Key}:{header.Value.Trim()}\n"));
        var canonicalRequest = $"POST\n{path}\n\n{canonicalHeaders}\n{signed}\n{Hex(SHA256.HashData(body))}";
        var toSign = $"{Algorithm}\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)))}";
        var signature = Hex(Hmac(Key(date[..8]), toSign));
        return $"{Algorithm} Credential={Credentials.AccessKeyId}/{scope}, SignedHeaders={signed}, Signature={signature}";
    }

    private byte[] Key(string day) =>
        Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + Credentials.SecretAccessKey), day), Region), Service), "aws4_request");

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
