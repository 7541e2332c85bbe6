using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Headroom.Wire.Signatures;

/// <summary>Signature Version 4: what a secret makes of a canonical request.</summary>
internal static class SignatureV4
{
    private const string TimeForm = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The signature, 64 hexadecimal digits.</summary>
    public static string Sign(string secretAccessKey, CredentialScope scope, string amzDate, string canonicalRequest)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secretAccessKey);
        foreach (var part in new[] { scope.Date, scope.Region, scope.Service, CredentialScope.Terminator })
        {
            key = Hmac(key, part);
        }

        var text = $"{CredentialScope.Algorithm}\n{amzDate}\n{scope.Text}\n{Hash(Encoding.UTF8.GetBytes(canonicalRequest))}";
        return Convert.ToHexStringLower(Hmac(key, text));
    }

    /// <summary>A body's SHA-256, 64 hexadecimal digits.</summary>
    public static string Hash(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary><c>20260301T120000Z</c>.</summary>
    public static string AmzDate(DateTimeOffset instant) => instant.UtcDateTime.ToString(TimeForm, CultureInfo.InvariantCulture);

    /// <summary>Reads <c>20260301T120000Z</c>.</summary>
    public static bool TryParse(string? amzDate, out DateTimeOffset instant) => DateTimeOffset.TryParseExact(
        amzDate, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
