using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.S3;

/// <summary>Amazon S3: buckets and objects.</summary>
public static class S3Service
{
    /// <summary>The room. IAM's names of actions follow the Service Authorization Reference: several operations share one.</summary>
    public static ServiceRoom Room { get; } = new("s3",
    [
        Operation.Of<ListBucketsRequest, ListBucketsResponse>("ListBuckets", S3Operations.ListBuckets, action: "ListAllMyBuckets"),
        OnBucket<CreateBucketRequest, CreateBucketResponse>("CreateBucket", S3Operations.CreateBucket, request => request.Bucket),
        OnBucket<HeadBucketRequest, HeadBucketResponse>("HeadBucket", S3Operations.HeadBucket, request => request.Bucket, "ListBucket"),
        OnBucket<GetBucketLocationRequest, GetBucketLocationResponse>("GetBucketLocation", S3Operations.GetBucketLocation, request => request.Bucket),
        OnBucket<DeleteBucketRequest, DeleteBucketResponse>("DeleteBucket", S3Operations.DeleteBucket, request => request.Bucket),
        OnBucket<ListObjectsRequest, ListObjectsResponse>("ListObjects", S3Operations.ListObjects, request => request.Bucket, "ListBucket"),
        OnBucket<ListObjectsV2Request, ListObjectsV2Response>("ListObjectsV2", S3Operations.ListObjectsV2, request => request.Bucket, "ListBucket"),

        OnBucket<GetBucketEncryptionRequest, GetBucketEncryptionResponse>(
            "GetBucketEncryption", S3Operations.GetBucketEncryption, request => request.Bucket, "GetEncryptionConfiguration"),
        OnBucket<PutBucketEncryptionRequest, PutBucketEncryptionResponse>(
            "PutBucketEncryption", S3Operations.PutBucketEncryption, request => request.Bucket, "PutEncryptionConfiguration"),
        OnBucket<GetBucketVersioningRequest, GetBucketVersioningResponse>("GetBucketVersioning", S3Operations.GetBucketVersioning, request => request.Bucket),
        OnBucket<PutBucketVersioningRequest, PutBucketVersioningResponse>("PutBucketVersioning", S3Operations.PutBucketVersioning, request => request.Bucket),
        OnBucket<GetPublicAccessBlockRequest, GetPublicAccessBlockResponse>(
            "GetPublicAccessBlock", S3Operations.GetPublicAccessBlock, request => request.Bucket, "GetBucketPublicAccessBlock"),
        OnBucket<PutPublicAccessBlockRequest, PutPublicAccessBlockResponse>(
            "PutPublicAccessBlock", S3Operations.PutPublicAccessBlock, request => request.Bucket, "PutBucketPublicAccessBlock"),
        OnBucket<GetBucketLifecycleConfigurationRequest, GetBucketLifecycleConfigurationResponse>(
            "GetBucketLifecycleConfiguration", S3Operations.GetBucketLifecycleConfiguration, request => request.Bucket, "GetLifecycleConfiguration"),
        OnBucket<PutBucketLifecycleConfigurationRequest, PutBucketLifecycleConfigurationResponse>(
            "PutBucketLifecycleConfiguration", S3Operations.PutBucketLifecycleConfiguration, request => request.Bucket, "PutLifecycleConfiguration"),
        OnBucket<GetBucketTaggingRequest, GetBucketTaggingResponse>("GetBucketTagging", S3Operations.GetBucketTagging, request => request.Bucket),
        OnBucket<PutBucketTaggingRequest, PutBucketTaggingResponse>("PutBucketTagging", S3Operations.PutBucketTagging, request => request.Bucket),
        OnBucket<GetBucketPolicyRequest, GetBucketPolicyResponse>("GetBucketPolicy", S3Operations.GetBucketPolicy, request => request.Bucket),
        OnBucket<PutBucketPolicyRequest, PutBucketPolicyResponse>("PutBucketPolicy", S3Operations.PutBucketPolicy, request => request.Bucket),
        OnBucket<DeleteBucketPolicyRequest, DeleteBucketPolicyResponse>("DeleteBucketPolicy", S3Operations.DeleteBucketPolicy, request => request.Bucket),

        OnObject<PutObjectRequest, PutObjectResponse>("PutObject", S3Operations.PutObject, request => (request.Bucket, request.Key)),
        OnObject<CopyObjectRequest, CopyObjectResponse>("CopyObject", S3Operations.CopyObject, request => (request.Bucket, request.Key), "PutObject"),
        OnObject<GetObjectRequest, GetObjectResponse>("GetObject", S3Operations.GetObject, request => (request.Bucket, request.Key)),
        OnObject<HeadObjectRequest, HeadObjectResponse>("HeadObject", S3Operations.HeadObject, request => (request.Bucket, request.Key), "GetObject"),
        OnObject<DeleteObjectRequest, DeleteObjectResponse>("DeleteObject", S3Operations.DeleteObject, request => (request.Bucket, request.Key)),
        OnObject<DeleteObjectsRequest, DeleteObjectsResponse>("DeleteObjects", S3Operations.DeleteObjects, request => (request.Bucket, "*"), "DeleteObject"),
        OnObject<CreateMultipartUploadRequest, CreateMultipartUploadResponse>(
            "CreateMultipartUpload", S3Operations.CreateMultipartUpload, request => (request.Bucket, request.Key), "PutObject"),
        OnObject<UploadPartRequest, UploadPartResponse>("UploadPart", S3Operations.UploadPart, request => (request.Bucket, request.Key), "PutObject"),
        OnObject<CompleteMultipartUploadRequest, CompleteMultipartUploadResponse>(
            "CompleteMultipartUpload", S3Operations.CompleteMultipartUpload, request => (request.Bucket, request.Key), "PutObject"),
        OnObject<AbortMultipartUploadRequest, AbortMultipartUploadResponse>(
            "AbortMultipartUpload", S3Operations.AbortMultipartUpload, request => (request.Bucket, request.Key)),
    ])
    {
        ResourceTypes = [BucketResource.Type, BucketPolicyResource.Type],
    };

    private static Operation OnBucket<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string> bucket, string? action = null) =>
        Operation.Of(
            name, method, (_, request) => S3Names.BucketArn(bucket(request)), (step, request) => S3Names.Policies(step, bucket(request)), action);

    private static Operation OnObject<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, (string Bucket, string Key)> target, string? action = null) =>
        Operation.Of(
            name,
            method,
            (_, request) => S3Names.ObjectArn(target(request).Bucket, target(request).Key),
            (step, request) => S3Names.Policies(step, target(request).Bucket),
            action);
}
