using Headroom.Cloud.Kernel;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.S3;

/// <summary>Objects.</summary>
internal static partial class S3Operations
{
    internal static Outcome<PutObjectResponse> PutObject(Step step, PutObjectRequest request)
    {
        var body = request.Body ?? [];
        if (step.Table(S3State.Buckets).Find(request.Bucket) is not { } bucket)
        {
            return S3Names.NoSuchBucket(request.Bucket);
        }

        if (Digests.Check(body, request.ChecksumSHA256, request.ContentMD5) is { } bad)
        {
            return bad;
        }

        if (request.IfNoneMatch == "*" && step.Table(S3State.Objects).Find(S3State.ObjectKey(request.Bucket, request.Key)) is not null)
        {
            return new Refusal("PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        }

        var stored = Keep(step, bucket, request.Key, body, Digests.ETag(body), new()
        {
            ContentType = request.ContentType,
            ContentEncoding = request.ContentEncoding,
            ContentDisposition = request.ContentDisposition,
            CacheControl = request.CacheControl,
            ServerSideEncryption = request.ServerSideEncryption ?? DefaultAlgorithm(bucket),
            SseKmsKeyId = request.SSEKMSKeyId,
            Metadata = request.Metadata,
        });
        return new PutObjectResponse
        {
            ETag = stored.ETag,
            VersionId = stored.VersionId,
            ServerSideEncryption = stored.Headers.ServerSideEncryption,
            SSEKMSKeyId = stored.Headers.SseKmsKeyId,
            ChecksumSHA256 = request.ChecksumSHA256,
        };
    }

    internal static Outcome<GetObjectResponse> GetObject(Step step, GetObjectRequest request) =>
        Read(step, request.Bucket, request.Key, request.VersionId) switch
        {
            (_, { } refusal) => refusal,
            ({ } stored, _) => Body(stored, ByteRange.Of(request.Range, stored.Body.Length), request.ChecksumMode),
            _ => throw new InvalidOperationException("neither an object nor a refusal"),
        };

    internal static Outcome<HeadObjectResponse> HeadObject(Step step, HeadObjectRequest request) =>
        Read(step, request.Bucket, request.Key, request.VersionId) switch
        {
            (_, { } refusal) => refusal,
            ({ } stored, _) => new HeadObjectResponse
            {
                AcceptRanges = "bytes",
                ContentLength = stored.Body.Length,
                ContentType = stored.Headers.ContentType ?? "binary/octet-stream",
                ContentEncoding = stored.Headers.ContentEncoding,
                ContentDisposition = stored.Headers.ContentDisposition,
                CacheControl = stored.Headers.CacheControl,
                ETag = stored.ETag,
                LastModified = stored.LastModified,
                Metadata = stored.Headers.Metadata,
                ServerSideEncryption = stored.Headers.ServerSideEncryption,
                SSEKMSKeyId = stored.Headers.SseKmsKeyId,
                VersionId = stored.VersionId,
                ChecksumSHA256 = request.ChecksumMode == "ENABLED" ? stored.ChecksumSha256 : null,
            },
            _ => throw new InvalidOperationException("neither an object nor a refusal"),
        };

    internal static Outcome<DeleteObjectResponse> DeleteObject(Step step, DeleteObjectRequest request) => With(step, request.Bucket, _ =>
    {
        step.Table(S3State.Objects).Remove(S3State.ObjectKey(request.Bucket, request.Key));
        return new DeleteObjectResponse();
    });

    internal static Outcome<DeleteObjectsResponse> DeleteObjects(Step step, DeleteObjectsRequest request) => With(step, request.Bucket, _ =>
    {
        foreach (var gone in request.Delete.Objects)
        {
            step.Table(S3State.Objects).Remove(S3State.ObjectKey(request.Bucket, gone.Key));
        }

        return new DeleteObjectsResponse
        {
            Deleted = request.Delete.Quiet == true ? null : request.Delete.Objects.Select(gone => new DeletedObject { Key = gone.Key }).ToList(),
        };
    });

    private static Outcome<GetObjectResponse> Body(StoredObject stored, ByteRange? range, string? checksumMode) =>
        range is { Length: <= 0 }
            ? new Refusal("InvalidRange", "The requested range is not satisfiable")
            : new GetObjectResponse
            {
                Body = range is null ? stored.Body : stored.Body[range.First..(range.Last + 1)],
                AcceptRanges = "bytes",
                ContentRange = range is null ? null : $"bytes {range.First}-{range.Last}/{stored.Body.Length}",
                ContentLength = range?.Length ?? stored.Body.Length,
                ContentType = stored.Headers.ContentType ?? "binary/octet-stream",
                ContentEncoding = stored.Headers.ContentEncoding,
                ContentDisposition = stored.Headers.ContentDisposition,
                CacheControl = stored.Headers.CacheControl,
                ETag = stored.ETag,
                LastModified = stored.LastModified,
                Metadata = stored.Headers.Metadata,
                ServerSideEncryption = stored.Headers.ServerSideEncryption,
                SSEKMSKeyId = stored.Headers.SseKmsKeyId,
                VersionId = stored.VersionId,
                ChecksumSHA256 = checksumMode == "ENABLED" && range is null ? stored.ChecksumSha256 : null,
            };

    private static (StoredObject? Object, Refusal? Refusal) Read(Step step, string bucket, string key, string? versionId) =>
        step.Table(S3State.Buckets).Find(bucket) is null ? (null, S3Names.NoSuchBucket(bucket))
        : step.Table(S3State.Objects).Find(S3State.ObjectKey(bucket, key)) is not { } stored ? (null, S3Names.NoSuchKey(key))
        : versionId is not null && versionId != stored.VersionId
            ? (null, new("NoSuchVersion", "The specified version does not exist: the embedded cloud keeps the latest version only."))
        : (stored, null);

    private static StoredObject Keep(Step step, StoredBucket bucket, string key, byte[] body, string etag, ObjectHeaders headers)
    {
        var stored = new StoredObject(key, body, etag, step.Now, headers)
        {
            ChecksumSha256 = Digests.Sha256(body),
            VersionId = bucket.VersioningStatus == "Enabled" ? step.Ids.NextBase32(32) : null,
        };
        step.Table(S3State.Objects).Put(S3State.ObjectKey(bucket.Name, key), stored);
        return stored;
    }

    private static string DefaultAlgorithm(StoredBucket bucket) =>
        (bucket.Encryption ?? DefaultEncryption).Rules is [{ ApplyServerSideEncryptionByDefault.SSEAlgorithm: { } algorithm }, ..] ? algorithm : "AES256";
}
