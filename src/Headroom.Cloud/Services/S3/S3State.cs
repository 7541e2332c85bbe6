using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.S3;

/// <summary>A bucket and its settings.</summary>
internal sealed record StoredBucket(string Name, DateTimeOffset CreationDate)
{
    public string? Policy { get; init; }

    /// <summary>Null: S3's own default, AES256.</summary>
    public ServerSideEncryptionConfiguration? Encryption { get; init; }

    public string? VersioningStatus { get; init; }

    public PublicAccessBlockConfiguration? PublicAccessBlock { get; init; }

    public IReadOnlyList<LifecycleRule> LifecycleRules { get; init; } = [];

    public IReadOnlyList<Tag> Tags { get; init; } = [];
}

/// <summary>An object: the latest version is the only one kept.</summary>
/// <param name="Key">Within its bucket.</param>
/// <param name="Body">Its bytes.</param>
/// <param name="ETag">With quotes.</param>
/// <param name="LastModified">When it was put.</param>
/// <param name="Headers">What it was put with.</param>
internal sealed record StoredObject(string Key, byte[] Body, string ETag, DateTimeOffset LastModified, ObjectHeaders Headers)
{
    /// <summary>Base64.</summary>
    public required string ChecksumSha256 { get; init; }

    /// <summary>Where the bucket keeps versions.</summary>
    public string? VersionId { get; init; }
}

/// <summary>What belongs to an object beside its bytes.</summary>
internal sealed record ObjectHeaders
{
    public string? ContentType { get; init; }

    public string? ContentEncoding { get; init; }

    public string? ContentDisposition { get; init; }

    public string? CacheControl { get; init; }

    public string ServerSideEncryption { get; init; } = "AES256";

    public string? SseKmsKeyId { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>A multipart upload under way.</summary>
internal sealed record StoredUpload(string UploadId, string Bucket, string Key, ObjectHeaders Headers);

/// <summary>A part that was uploaded.</summary>
internal sealed record StoredPart(int PartNumber, byte[] Body, string ETag);

/// <summary>The tables of the room.</summary>
internal static class S3State
{
    /// <summary>By name.</summary>
    internal static readonly TableName<StoredBucket> Buckets = new("s3/buckets");

    /// <summary>By <see cref="ObjectKey"/>.</summary>
    internal static readonly TableName<StoredObject> Objects = new("s3/objects");

    /// <summary>By upload id.</summary>
    internal static readonly TableName<StoredUpload> Uploads = new("s3/uploads");

    /// <summary>By <see cref="PartKey"/>.</summary>
    internal static readonly TableName<StoredPart> Parts = new("s3/parts");

    /// <summary>A bucket's name holds no slash, so nothing of another bucket comes between.</summary>
    internal static string ObjectKey(string bucket, string key) => $"{bucket}/{key}";

    internal static string PartKey(string uploadId, int number) => $"{uploadId}/{number:D5}";
}
