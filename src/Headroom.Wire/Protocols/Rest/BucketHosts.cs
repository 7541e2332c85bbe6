using System.Text.RegularExpressions;
using Headroom.Wire.Http;

namespace Headroom.Wire.Protocols.Rest;

/// <summary>
/// S3 clients name the bucket in the path or in the host (<c>my-bucket.s3.localhost:4566</c>, <c>my-bucket.localhost:4566</c>;
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html"/>).
/// </summary>
internal static partial class BucketHosts
{
    /// <summary>The request with its bucket in the path.</summary>
    public static WireRequest PathStyle(WireRequest request) =>
        BucketHost().Match(request.Headers["Host"] ?? "") is { Success: true } match
            ? request with { Path = $"/{match.Groups["bucket"].Value}{request.Path}" }
            : request;

    [GeneratedRegex(@"^(?!s3[.:])(?<bucket>.+?)\.(s3[.-].*|localhost)(:\d+)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BucketHost();
}
