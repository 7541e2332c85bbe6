using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.S3;

/// <summary>Objects put in parts.</summary>
internal static partial class S3Operations
{
    internal static Outcome<CreateMultipartUploadResponse> CreateMultipartUpload(Step step, CreateMultipartUploadRequest request) =>
        With(step, request.Bucket, bucket =>
        {
            var upload = new StoredUpload(step.Ids.NextBase32(64), request.Bucket, request.Key, new()
            {
                ContentType = request.ContentType,
                ContentEncoding = request.ContentEncoding,
                ContentDisposition = request.ContentDisposition,
                CacheControl = request.CacheControl,
                ServerSideEncryption = request.ServerSideEncryption ?? DefaultAlgorithm(bucket),
                SseKmsKeyId = request.SSEKMSKeyId,
                Metadata = request.Metadata,
            });
            step.Table(S3State.Uploads).Put(upload.UploadId, upload);
            return new CreateMultipartUploadResponse
            {
                Bucket = request.Bucket,
                Key = request.Key,
                UploadId = upload.UploadId,
                ServerSideEncryption = upload.Headers.ServerSideEncryption,
                ChecksumAlgorithm = request.ChecksumAlgorithm,
            };
        });

    internal static Outcome<UploadPartResponse> UploadPart(Step step, UploadPartRequest request)
    {
        var body = request.Body ?? [];
        if (Upload(step, request.Bucket, request.Key, request.UploadId) is not { } upload)
        {
            return S3Names.NoSuchUpload;
        }

        if (Digests.Check(body, request.ChecksumSHA256, request.ContentMD5) is { } bad)
        {
            return bad;
        }

        var part = new StoredPart(request.PartNumber, body, Digests.ETag(body));
        step.Table(S3State.Parts).Put(S3State.PartKey(request.UploadId, request.PartNumber), part);
        return new UploadPartResponse
        {
            ETag = part.ETag,
            ChecksumSHA256 = request.ChecksumSHA256,
            ServerSideEncryption = upload.Headers.ServerSideEncryption,
        };
    }

    internal static Outcome<CompleteMultipartUploadResponse> CompleteMultipartUpload(Step step, CompleteMultipartUploadRequest request)
    {
        if (Upload(step, request.Bucket, request.Key, request.UploadId) is not { } upload)
        {
            return S3Names.NoSuchUpload;
        }

        var named = request.MultipartUpload?.Parts ?? [];
        var parts = named
            .Select(part => step.Table(S3State.Parts).Find(S3State.PartKey(request.UploadId, part.PartNumber ?? 0)))
            .OfType<StoredPart>()
            .ToList();
        if (parts.Count == 0 || parts.Count != named.Count || named.Zip(parts).Any(pair => pair.First.ETag?.Trim('"') != pair.Second.ETag.Trim('"')))
        {
            return new Refusal(
                "InvalidPart",
                "One or more of the specified parts could not be found. The part may not have been uploaded, "
                + "or the specified entity tag may not match the part's entity tag.");
        }

        if (!parts.Select(part => part.PartNumber).SequenceEqual(parts.Select(part => part.PartNumber).Order()))
        {
            return new Refusal("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.");
        }

        var bucket = step.Table(S3State.Buckets).Get(request.Bucket);
        var stored = Keep(step, bucket, request.Key, parts.SelectMany(part => part.Body).ToArray(), Digests.ETag(parts), upload.Headers);
        Forget(step, request.UploadId);
        return new CompleteMultipartUploadResponse
        {
            Location = $"{step.Settings.Endpoint}/{request.Bucket}/{request.Key}",
            Bucket = request.Bucket,
            Key = request.Key,
            ETag = stored.ETag,
            VersionId = stored.VersionId,
            ServerSideEncryption = stored.Headers.ServerSideEncryption,
        };
    }

    internal static Outcome<AbortMultipartUploadResponse> AbortMultipartUpload(Step step, AbortMultipartUploadRequest request)
    {
        if (Upload(step, request.Bucket, request.Key, request.UploadId) is null)
        {
            return S3Names.NoSuchUpload;
        }

        Forget(step, request.UploadId);
        return new AbortMultipartUploadResponse();
    }

    private static StoredUpload? Upload(Step step, string bucket, string key, string uploadId) =>
        step.Table(S3State.Uploads).Find(uploadId) is { } upload && upload.Bucket == bucket && upload.Key == key ? upload : null;

    private static void Forget(Step step, string uploadId)
    {
        step.Table(S3State.Uploads).Remove(uploadId);
        foreach (var part in step.Table(S3State.Parts).WithPrefix(uploadId + "/"))
        {
            step.Table(S3State.Parts).Remove(S3State.PartKey(uploadId, part.PartNumber));
        }
    }
}
