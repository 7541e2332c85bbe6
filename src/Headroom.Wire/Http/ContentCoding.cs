using System.IO.Compression;

namespace Headroom.Wire.Http;

/// <summary>
/// Undoes what clients do to a body on its way: <c>gzip</c>, and S3's <c>aws-chunked</c> with its signatures and trailers
/// (<see href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html"/>).
/// </summary>
public static class ContentCoding
{
    private const string Header = "Content-Encoding";

    /// <summary>The request with its body plain; the same where it was plain; null where the body is not as its headers say.</summary>
    public static WireRequest? Decode(WireRequest request)
    {
        var codings = (request.Headers[Header] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var streaming = request.Headers["x-amz-content-sha256"]?.StartsWith("STREAMING-", StringComparison.Ordinal) == true;
        return streaming || codings.Contains("aws-chunked") ? Replaced(request, AwsChunked.Decode(request.Body), codings, "aws-chunked")
            : codings.Contains("gzip") && IsDocument(request) ? Replaced(request, Unzip(request.Body), codings, "gzip")
            : request;
    }

    // S3 keeps an object as its owner encoded it; a document is read.
    private static bool IsDocument(WireRequest request) =>
        request.Headers["X-Amz-Target"] is not null
        || request.Headers["Smithy-Protocol"] is not null
        || request.Headers["Content-Type"]?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    private static WireRequest? Replaced(WireRequest request, byte[]? body, IEnumerable<string> codings, string undone)
    {
        if (body is null)
        {
            return null;
        }

        var headers = new WireHeaders();
        foreach (var (name, value) in request.Headers)
        {
            var text = name.ToLowerInvariant() switch
            {
                "content-encoding" => string.Join(',', codings.Where(coding => coding != undone)),
                "x-amz-content-sha256" => "",
                _ => value,
            };
            if (text.Length > 0)
            {
                headers.Add(name, text);
            }
        }

        return request with { Body = body, Headers = headers };
    }

    private static byte[]? Unzip(byte[] body)
    {
        try
        {
            using var plain = new MemoryStream();
            using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            gzip.CopyTo(plain);
            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
