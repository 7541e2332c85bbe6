using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.S3;

/// <summary>What is in a bucket.</summary>
internal static partial class S3Operations
{
    /// <summary>Objects and common prefixes in key order; the continuation token is the last key or prefix of the page before.</summary>
    internal static Outcome<ListObjectsV2Response> ListObjectsV2(Step step, ListObjectsV2Request request) => With(step, request.Bucket, _ =>
    {
        var page = ListingPage.Read(step, request.Bucket, request.Prefix, request.Delimiter, request.ContinuationToken ?? request.StartAfter, request.MaxKeys);
        return new ListObjectsV2Response
        {
            Name = request.Bucket,
            Prefix = request.Prefix ?? "",
            Delimiter = request.Delimiter,
            MaxKeys = page.Limit,
            KeyCount = page.Entries.Count,
            StartAfter = request.StartAfter,
            ContinuationToken = request.ContinuationToken,
            IsTruncated = page.IsTruncated,
            NextContinuationToken = page.Last,
            EncodingType = request.EncodingType,
            Contents = page.Objects(request.EncodingType),
            CommonPrefixes = page.CommonPrefixes(request.EncodingType),
        };
    });

    /// <summary>
    /// The first version, which workflows still call: it goes on after <c>Marker</c>, and says where a page ended only where there is a delimiter
    /// (<see href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html"/>).
    /// </summary>
    internal static Outcome<ListObjectsResponse> ListObjects(Step step, ListObjectsRequest request) => With(step, request.Bucket, _ =>
    {
        var page = ListingPage.Read(step, request.Bucket, request.Prefix, request.Delimiter, request.Marker, request.MaxKeys);
        return new ListObjectsResponse
        {
            Name = request.Bucket,
            Prefix = request.Prefix ?? "",
            Delimiter = request.Delimiter,
            MaxKeys = page.Limit,
            Marker = request.Marker ?? "",
            NextMarker = request.Delimiter is null ? null : page.Last,
            IsTruncated = page.IsTruncated,
            EncodingType = request.EncodingType,
            Contents = page.Objects(request.EncodingType),
            CommonPrefixes = page.CommonPrefixes(request.EncodingType),
        };
    });
}
