using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.S3;

namespace Headroom.Cloud.Services.S3;

/// <summary>AWS::S3::Bucket (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html).</summary>
internal static class BucketResource
{
    internal static ResourceType Type { get; } = new("AWS::S3::Bucket", Create, Update, Delete) { ReplacedBy = new HashSet<string> { "BucketName" } };

    private static ResourceProgress Create(ResourceRequest request) => ResourceProperties.Read<BucketProperties>(request.Properties, bucket =>
    {
        var name = bucket.BucketName ?? request.GeneratedName(63).ToLowerInvariant();
        return request.Try<CreateBucketRequest, CreateBucketResponse>("s3", "CreateBucket", new() { Bucket = name }) is { } refusal
            ? ResourceProgress.From("S3", refusal)
            : Apply(request, name, new(), bucket);
    });

    private static ResourceProgress Update(ResourceRequest request) => ResourceProperties.Read<BucketProperties>(request.Properties, bucket =>
        Apply(request, request.PhysicalId, ResourceProperties.Of<BucketProperties>(request.OldProperties), bucket));

    private static ResourceProgress Delete(ResourceRequest request) =>
        request.Try<DeleteBucketRequest, DeleteBucketResponse>("s3", "DeleteBucket", new() { Bucket = request.PhysicalId })
            is { Code: not "NoSuchBucket" } refusal
            ? ResourceProgress.From("S3", refusal)
            : new ResourceProgress.Done(request.PhysicalId);

    private static ResourceProgress Apply(ResourceRequest request, string name, BucketProperties old, BucketProperties bucket) =>
        ResourceProgress.All("S3", Settings(request, name, old, bucket), () => Done(request, name));

    private static IEnumerable<Refusal?> Settings(ResourceRequest request, string name, BucketProperties old, BucketProperties bucket)
    {
        if (Differ(old.BucketEncryption, bucket.BucketEncryption))
        {
            yield return request.Try<PutBucketEncryptionRequest, PutBucketEncryptionResponse>("s3", "PutBucketEncryption", new()
            {
                Bucket = name,
                ServerSideEncryptionConfiguration = new() { Rules = Rules(bucket) },
            });
        }

        if (old.VersioningConfiguration?.Status != bucket.VersioningConfiguration?.Status)
        {
            yield return request.Try<PutBucketVersioningRequest, PutBucketVersioningResponse>("s3", "PutBucketVersioning", new()
            {
                Bucket = name,
                VersioningConfiguration = new() { Status = bucket.VersioningConfiguration?.Status ?? "Suspended" },
            });
        }

        if (bucket.PublicAccessBlockConfiguration is { } block && block != old.PublicAccessBlockConfiguration)
        {
            yield return request.Try<PutPublicAccessBlockRequest, PutPublicAccessBlockResponse>(
                "s3", "PutPublicAccessBlock", new() { Bucket = name, PublicAccessBlockConfiguration = block });
        }

        if (bucket.Tags is { Count: > 0 } tags)
        {
            yield return request.Try<PutBucketTaggingRequest, PutBucketTaggingResponse>(
                "s3", "PutBucketTagging", new() { Bucket = name, Tagging = new() { TagSet = tags } });
        }
    }

    private static List<ServerSideEncryptionRule> Rules(BucketProperties bucket) =>
        (bucket.BucketEncryption?["ServerSideEncryptionConfiguration"] as JsonArray ?? []).Select(rule => new ServerSideEncryptionRule
        {
            ApplyServerSideEncryptionByDefault = new()
            {
                SSEAlgorithm = rule?["ServerSideEncryptionByDefault"]?["SSEAlgorithm"]?.GetValue<string>() ?? "AES256",
                KMSMasterKeyID = rule?["ServerSideEncryptionByDefault"]?["KMSMasterKeyID"]?.GetValue<string>(),
            },
        }).ToList();

    private static bool Differ(JsonObject? one, JsonObject? other) => !JsonNode.DeepEquals(one, other);

    private static ResourceProgress.Done Done(ResourceRequest request, string name)
    {
        var region = request.Step.Settings.Region;
        return new(name, new Dictionary<string, JsonNode?>
        {
            ["Arn"] = S3Names.BucketArn(name),
            ["DomainName"] = $"{name}.s3.amazonaws.com",
            ["DualStackDomainName"] = $"{name}.s3.dualstack.{region}.amazonaws.com",
            ["RegionalDomainName"] = $"{name}.s3.{region}.amazonaws.com",
            ["WebsiteURL"] = $"http://{name}.s3-website-{region}.amazonaws.com",
        });
    }
}

/// <summary>The properties of AWS::S3::Bucket. Those given as JSON are kept, without effect.</summary>
internal sealed record BucketProperties
{
    public string? AccessControl { get; init; }

    public JsonObject? BucketEncryption { get; init; }

    public string? BucketName { get; init; }

    public JsonNode? CorsConfiguration { get; init; }

    public JsonNode? LifecycleConfiguration { get; init; }

    public JsonNode? LoggingConfiguration { get; init; }

    public JsonNode? NotificationConfiguration { get; init; }

    public JsonNode? OwnershipControls { get; init; }

    public PublicAccessBlockConfiguration? PublicAccessBlockConfiguration { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }

    public VersioningConfiguration? VersioningConfiguration { get; init; }
}
