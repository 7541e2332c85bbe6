using System.Security.Cryptography;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.S3;

/// <summary>Digests of object bodies: ETags, and the checksums that clients send along.</summary>
internal static class Digests
{
#pragma warning disable CA5351 // S3 defines ETags and Content-MD5 by MD5; nothing is protected by it here
    /// <summary>The ETag of a body: its MD5 in hexadecimal, in quotes.</summary>
    internal static string ETag(byte[] body) => $"\"{Convert.ToHexStringLower(MD5.HashData(body))}\"";

    /// <summary>The ETag of an object put in parts: the MD5 of the parts' MD5s, a dash, and how many there are.</summary>
    internal static string ETag(IReadOnlyList<StoredPart> parts) =>
        $"\"{Convert.ToHexStringLower(MD5.HashData(parts.SelectMany(part => MD5.HashData(part.Body)).ToArray()))}-{parts.Count}\"";

    private static string Md5(byte[] body) => Convert.ToBase64String(MD5.HashData(body));
#pragma warning restore CA5351

    /// <summary>SHA-256 in base64.</summary>
    internal static string Sha256(byte[] body) => Convert.ToBase64String(SHA256.HashData(body));

    /// <summary>The refusal where the body is not what the client computed these over.</summary>
    internal static Refusal? Check(byte[] body, string? sha256, string? md5) =>
        sha256 is not null && sha256 != Sha256(body) ? new Refusal("BadDigest", "The SHA256 you specified did not match the calculated checksum.")
        : md5 is not null && md5 != Md5(body) ? new Refusal("BadDigest", "The Content-MD5 you specified did not match what we received.")
        : null;
}
