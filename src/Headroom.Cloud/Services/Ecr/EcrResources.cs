using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecr;

namespace Headroom.Cloud.Services.Ecr;

/// <summary>The CloudFormation resource types of ECR.</summary>
internal static class EcrResources
{
    /// <summary>AWS::ECR::Repository (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html).</summary>
    internal static ResourceType Repository { get; } = new("AWS::ECR::Repository", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { "RepositoryName", "EncryptionConfiguration" },
    };

    private static ResourceProgress Create(ResourceRequest request) => ResourceProperties.Read<RepositoryProperties>(request.Properties, repository =>
    {
        var name = repository.RepositoryName ?? request.GeneratedName(256).ToLowerInvariant();
        var refusal = request.Try<CreateRepositoryRequest, CreateRepositoryResponse>("ecr", "CreateRepository", new()
        {
            RepositoryName = name,
            ImageTagMutability = repository.ImageTagMutability,
            ImageScanningConfiguration = repository.ImageScanningConfiguration is { } scan ? new() { ScanOnPush = scan.ScanOnPush } : null,
            EncryptionConfiguration = repository.EncryptionConfiguration is { } encryption
                ? new() { EncryptionType = encryption.EncryptionType, KmsKey = encryption.KmsKey }
                : null,
            Tags = repository.Tags,
        });
        return refusal is { } found ? ResourceProgress.From("Ecr", found) : Attach(request, name, new(), repository);
    });

    private static ResourceProgress Update(ResourceRequest request) => ResourceProperties.Read<RepositoryProperties>(request.Properties, repository =>
        Attach(request, request.PhysicalId, ResourceProperties.Of<RepositoryProperties>(request.OldProperties), repository));

    private static ResourceProgress Delete(ResourceRequest request) =>
        request.Try<DeleteRepositoryRequest, DeleteRepositoryResponse>("ecr", "DeleteRepository", new() { RepositoryName = request.PhysicalId })
            is { Code: not "RepositoryNotFoundException" } refusal
            ? ResourceProgress.From("Ecr", refusal)
            : new ResourceProgress.Done(request.PhysicalId);

    private static ResourceProgress Attach(ResourceRequest request, string name, RepositoryProperties old, RepositoryProperties repository) =>
        ResourceProgress.All("Ecr", Calls(request, name, old, repository), () => new ResourceProgress.Done(name, new Dictionary<string, JsonNode?>
        {
            ["Arn"] = EcrOperations.Arn(request.Step, name),
            ["RepositoryUri"] = request.Step.Table(EcrState.Repositories).Get(name).Repository.RepositoryUri,
        }));

    private static IEnumerable<Refusal?> Calls(ResourceRequest request, string name, RepositoryProperties old, RepositoryProperties repository)
    {
        if (repository.ImageTagMutability is { } mutability && mutability != old.ImageTagMutability)
        {
            yield return request.Try<PutImageTagMutabilityRequest, PutImageTagMutabilityResponse>(
                "ecr", "PutImageTagMutability", new() { RepositoryName = name, ImageTagMutability = mutability });
        }

        if (!JsonNode.DeepEquals(old.RepositoryPolicyText, repository.RepositoryPolicyText))
        {
            yield return repository.RepositoryPolicyText is { } policy
                ? request.Try<SetRepositoryPolicyRequest, SetRepositoryPolicyResponse>(
                    "ecr", "SetRepositoryPolicy", new() { RepositoryName = name, PolicyText = policy.ToJsonString() })
                : request.Try<DeleteRepositoryPolicyRequest, DeleteRepositoryPolicyResponse>("ecr", "DeleteRepositoryPolicy", new() { RepositoryName = name });
        }

        if (old.LifecyclePolicy?.LifecyclePolicyText != repository.LifecyclePolicy?.LifecyclePolicyText)
        {
            yield return repository.LifecyclePolicy?.LifecyclePolicyText is { } lifecycle
                ? request.Try<PutLifecyclePolicyRequest, PutLifecyclePolicyResponse>(
                    "ecr", "PutLifecyclePolicy", new() { RepositoryName = name, LifecyclePolicyText = lifecycle })
                : request.Try<DeleteLifecyclePolicyRequest, DeleteLifecyclePolicyResponse>("ecr", "DeleteLifecyclePolicy", new() { RepositoryName = name });
        }
    }
}

/// <summary>
/// The properties of AWS::ECR::Repository; <c>EmptyOnDelete</c> and <c>ImageScanningConfiguration</c> have no effect, as no image is ever there.
/// </summary>
internal sealed record RepositoryProperties
{
    public string? RepositoryName { get; init; }

    public string? ImageTagMutability { get; init; }

    public ScanProperties? ImageScanningConfiguration { get; init; }

    public EncryptionProperties? EncryptionConfiguration { get; init; }

    public JsonNode? RepositoryPolicyText { get; init; }

    public LifecycleProperties? LifecyclePolicy { get; init; }

    public bool? EmptyOnDelete { get; init; }

    public IReadOnlyList<Tag>? Tags { get; init; }
}

/// <summary>In a template the members are in upper case, unlike in the API.</summary>
internal sealed record ScanProperties(bool? ScanOnPush);

/// <inheritdoc cref="ScanProperties"/>
internal sealed record EncryptionProperties(string EncryptionType, string? KmsKey = null);

/// <inheritdoc cref="ScanProperties"/>
internal sealed record LifecycleProperties(string? LifecyclePolicyText = null, string? RegistryId = null);
