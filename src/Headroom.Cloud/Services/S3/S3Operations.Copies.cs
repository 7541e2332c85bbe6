using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.S3;

/// <summary>Copies of objects: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html.</summary>
internal static partial class S3Operations
{
    /// <summary>
    /// Copies an object that the caller may read, with what belongs to it, or with <c>MetadataDirective</c> <c>REPLACE</c> what the request gives instead.
    /// Copies on a condition are refused.
    /// </summary>
    internal static Outcome<CopyObjectResponse> CopyObject(Step step, CopyObjectRequest request)
    {
        if (step.Table(S3State.Buckets).Find(request.Bucket) is not { } bucket)
        {
            return S3Names.NoSuchBucket(request.Bucket);
        }

        if (Source(request.CopySource) is not var (fromBucket, fromKey, version))
        {
            return new Refusal("InvalidArgument", "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }

        if (request is not { CopySourceIfMatch: null, CopySourceIfNoneMatch: null, CopySourceIfModifiedSince: null, CopySourceIfUnmodifiedSince: null })
        {
            return new Refusal("NotImplemented", "A header you provided implies functionality that is not implemented: x-amz-copy-source-if-…");
        }

        var replaces = request.MetadataDirective == "REPLACE";
        if (!replaces && (fromBucket, fromKey) == (request.Bucket, request.Key))
        {
            return new Refusal(
                "InvalidRequest",
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, "
                + "website redirect location or encryption attributes.");
        }

        return step.Call("s3", "GetObject", new() { ["Bucket"] = fromBucket, ["Key"] = fromKey, ["VersionId"] = version }).Select(_ =>
        {
            var source = step.Table(S3State.Objects).Get(S3State.ObjectKey(fromBucket, fromKey));
            var headers = replaces ? Given(request) : source.Headers;
            var copy = Keep(step, bucket, request.Key, source.Body, Digests.ETag(source.Body), headers with
            {
                ServerSideEncryption = request.ServerSideEncryption ?? DefaultAlgorithm(bucket),
                SseKmsKeyId = request.SSEKMSKeyId,
            });
            return new CopyObjectResponse
            {
                CopyObjectResult = new() { ETag = copy.ETag, LastModified = copy.LastModified },
                CopySourceVersionId = source.VersionId,
                VersionId = copy.VersionId,
                ServerSideEncryption = copy.Headers.ServerSideEncryption,
                SSEKMSKeyId = copy.Headers.SseKmsKeyId,
            };
        });
    }

    private static ObjectHeaders Given(CopyObjectRequest request) => new()
    {
        ContentType = request.ContentType,
        ContentEncoding = request.ContentEncoding,
        ContentDisposition = request.ContentDisposition,
        CacheControl = request.CacheControl,
        Metadata = request.Metadata,
    };

    // [/]bucket/key[?versionId=…], percent-encoded.
    private static (string Bucket, string Key, string? Version)? Source(string text)
    {
        const string Marker = "?versionId=";
        var end = text.IndexOf(Marker, StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(end < 0 ? text : text[..end]).TrimStart('/');
        return path.Split('/', 2) is [{ Length: > 0 } bucket, { Length: > 0 } key] ? (bucket, key, end < 0 ? null : text[(end + Marker.Length)..]) : null;
    }
}
