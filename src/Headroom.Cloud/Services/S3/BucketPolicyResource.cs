using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.S3;

/// <summary>AWS::S3::BucketPolicy.</summary>
internal static class BucketPolicyResource
{
    internal static ResourceType Type { get; } = new("AWS::S3::BucketPolicy", Put, Put, Delete) { ReplacedBy = new HashSet<string> { "Bucket" } };

    private static ResourceProgress Put(ResourceRequest request) => ResourceProperties.Read<BucketPolicyProperties>(request.Properties, policy =>
        request.Try<PutBucketPolicyRequest, PutBucketPolicyResponse>(
            "s3", "PutBucketPolicy", new() { Bucket = policy.Bucket, Policy = policy.PolicyDocument.ToJsonString() }) is { } refusal
            ? ResourceProgress.From("S3", refusal)
            : new ResourceProgress.Done(policy.Bucket));

    private static ResourceProgress Delete(ResourceRequest request) =>
        request.Try<DeleteBucketPolicyRequest, DeleteBucketPolicyResponse>("s3", "DeleteBucketPolicy", new() { Bucket = request.PhysicalId })
            is { Code: not "NoSuchBucket" } refusal
            ? ResourceProgress.From("S3", refusal)
            : new ResourceProgress.Done(request.PhysicalId);
}

/// <summary>The properties of AWS::S3::BucketPolicy.</summary>
internal sealed record BucketPolicyProperties(string Bucket, JsonObject PolicyDocument);
