using Headroom.Cloud.Identity.Policies;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.S3;

/// <summary>What is set on a bucket.</summary>
internal static partial class S3Operations
{
    private static readonly ServerSideEncryptionConfiguration DefaultEncryption = new()
    {
        Rules = [new() { ApplyServerSideEncryptionByDefault = new() { SSEAlgorithm = "AES256" }, BucketKeyEnabled = false }],
    };

    internal static Outcome<GetBucketEncryptionResponse> GetBucketEncryption(Step step, GetBucketEncryptionRequest request) => With(
        step, request.Bucket, bucket => new GetBucketEncryptionResponse { ServerSideEncryptionConfiguration = bucket.Encryption ?? DefaultEncryption });

    internal static Outcome<PutBucketEncryptionResponse> PutBucketEncryption(Step step, PutBucketEncryptionRequest request) => Set(
        step, request.Bucket, new PutBucketEncryptionResponse(), bucket => bucket with { Encryption = request.ServerSideEncryptionConfiguration });

    internal static Outcome<GetBucketVersioningResponse> GetBucketVersioning(Step step, GetBucketVersioningRequest request) =>
        With(step, request.Bucket, bucket => new GetBucketVersioningResponse { Status = bucket.VersioningStatus });

    internal static Outcome<PutBucketVersioningResponse> PutBucketVersioning(Step step, PutBucketVersioningRequest request) => Set(
        step, request.Bucket, new PutBucketVersioningResponse(), bucket => bucket with { VersioningStatus = request.VersioningConfiguration.Status });

    internal static Outcome<GetPublicAccessBlockResponse> GetPublicAccessBlock(Step step, GetPublicAccessBlockRequest request) =>
        step.Table(S3State.Buckets).Find(request.Bucket) switch
        {
            null => S3Names.NoSuchBucket(request.Bucket),
            { PublicAccessBlock: { } block } => new GetPublicAccessBlockResponse { PublicAccessBlockConfiguration = block },
            _ => new Refusal("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found"),
        };

    internal static Outcome<PutPublicAccessBlockResponse> PutPublicAccessBlock(Step step, PutPublicAccessBlockRequest request) => Set(
        step, request.Bucket, new PutPublicAccessBlockResponse(), bucket => bucket with { PublicAccessBlock = request.PublicAccessBlockConfiguration });

    internal static Outcome<GetBucketLifecycleConfigurationResponse> GetBucketLifecycleConfiguration(
        Step step, GetBucketLifecycleConfigurationRequest request) => step.Table(S3State.Buckets).Find(request.Bucket) switch
        {
            null => S3Names.NoSuchBucket(request.Bucket),
            { LifecycleRules: { Count: > 0 } rules } => new GetBucketLifecycleConfigurationResponse { Rules = rules },
            _ => new Refusal("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"),
        };

    internal static Outcome<PutBucketLifecycleConfigurationResponse> PutBucketLifecycleConfiguration(
        Step step, PutBucketLifecycleConfigurationRequest request) => Set(
            step,
            request.Bucket,
            new PutBucketLifecycleConfigurationResponse(),
            bucket => bucket with { LifecycleRules = request.LifecycleConfiguration?.Rules ?? [] });

    internal static Outcome<GetBucketTaggingResponse> GetBucketTagging(Step step, GetBucketTaggingRequest request) =>
        step.Table(S3State.Buckets).Find(request.Bucket) switch
        {
            null => S3Names.NoSuchBucket(request.Bucket),
            { Tags: { Count: > 0 } tags } => new GetBucketTaggingResponse { TagSet = tags },
            _ => new Refusal("NoSuchTagSet", "The TagSet does not exist"),
        };

    internal static Outcome<PutBucketTaggingResponse> PutBucketTagging(Step step, PutBucketTaggingRequest request) =>
        Set(step, request.Bucket, new PutBucketTaggingResponse(), bucket => bucket with { Tags = request.Tagging.TagSet });

    internal static Outcome<GetBucketPolicyResponse> GetBucketPolicy(Step step, GetBucketPolicyRequest request) =>
        step.Table(S3State.Buckets).Find(request.Bucket) switch
        {
            null => S3Names.NoSuchBucket(request.Bucket),
            { Policy: { } policy } => new GetBucketPolicyResponse { Policy = policy },
            _ => new Refusal("NoSuchBucketPolicy", "The bucket policy does not exist"),
        };

    internal static Outcome<PutBucketPolicyResponse> PutBucketPolicy(Step step, PutBucketPolicyRequest request) =>
        PolicySyntax.Read(request.Policy).Problem is { } problem
            ? new Refusal("MalformedPolicy", problem)
            : Set(step, request.Bucket, new PutBucketPolicyResponse(), bucket => bucket with { Policy = request.Policy });

    internal static Outcome<DeleteBucketPolicyResponse> DeleteBucketPolicy(Step step, DeleteBucketPolicyRequest request) =>
        Set(step, request.Bucket, new DeleteBucketPolicyResponse(), bucket => bucket with { Policy = null });

    private static Outcome<T> Set<T>(Step step, string bucket, T response, Func<StoredBucket, StoredBucket> change) => With(step, bucket, stored =>
    {
        step.Table(S3State.Buckets).Put(bucket, change(stored));
        return response;
    });
}
