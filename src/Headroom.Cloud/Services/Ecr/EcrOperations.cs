using Headroom.Cloud.Identity.Policies;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecr;

namespace Headroom.Cloud.Services.Ecr;

/// <summary>Repositories. No image is ever in one.</summary>
internal static class EcrOperations
{
    internal static Outcome<CreateRepositoryResponse> CreateRepository(Step step, CreateRepositoryRequest request)
    {
        var name = request.RepositoryName;
        var account = step.Settings.AccountId;
        if (step.Table(EcrState.Repositories).Find(name) is not null)
        {
            return new Refusal(
                "RepositoryAlreadyExistsException",
                $"The repository with name '{name}' already exists in the registry with id '{account}'");
        }

        var repository = new Repository
        {
            RepositoryArn = Arn(step, name),
            RegistryId = account,
            RepositoryName = name,
            RepositoryUri = $"{account}.dkr.ecr.{step.Settings.Region}.amazonaws.com/{name}",
            CreatedAt = step.Now,
            ImageTagMutability = request.ImageTagMutability ?? "MUTABLE",
            ImageTagMutabilityExclusionFilters = request.ImageTagMutabilityExclusionFilters,
            ImageScanningConfiguration = request.ImageScanningConfiguration ?? new() { ScanOnPush = false },
            EncryptionConfiguration = request.EncryptionConfiguration ?? new() { EncryptionType = "AES256" },
        };
        step.Table(EcrState.Repositories).Put(name, new(repository) { Tags = request.Tags ?? [] });
        return new CreateRepositoryResponse { Repository = repository };
    }

    internal static Outcome<DescribeRepositoriesResponse> DescribeRepositories(Step step, DescribeRepositoriesRequest request)
    {
        var names = request.RepositoryNames ?? [];
        if (names.FirstOrDefault(name => step.Table(EcrState.Repositories).Find(name) is null) is { } unknown)
        {
            return Unknown(step, unknown);
        }

        return new DescribeRepositoriesResponse
        {
            Repositories = step.Table(EcrState.Repositories).All.Select(stored => stored.Repository)
                .Where(repository => names.Count == 0 || names.Contains(repository.RepositoryName!))
                .ToList(),
        };
    }

    internal static Outcome<DeleteRepositoryResponse> DeleteRepository(Step step, DeleteRepositoryRequest request)
    {
        if (step.Table(EcrState.Repositories).Find(request.RepositoryName) is not { } stored)
        {
            return Unknown(step, request.RepositoryName);
        }

        step.Table(EcrState.Repositories).Remove(request.RepositoryName);
        return new DeleteRepositoryResponse { Repository = stored.Repository };
    }

    internal static Outcome<PutImageTagMutabilityResponse> PutImageTagMutability(Step step, PutImageTagMutabilityRequest request) =>
        Change(
            step,
            request.RepositoryName,
            new PutImageTagMutabilityResponse { RepositoryName = request.RepositoryName, ImageTagMutability = request.ImageTagMutability },
            stored => stored with { Repository = stored.Repository with { ImageTagMutability = request.ImageTagMutability } });

    internal static Outcome<SetRepositoryPolicyResponse> SetRepositoryPolicy(Step step, SetRepositoryPolicyRequest request) =>
        PolicySyntax.Read(request.PolicyText).Problem is { } problem
            ? new Refusal("InvalidParameterException", $"Invalid parameter at 'PolicyText' failed to satisfy constraint: '{problem}'")
            : Change(
                step,
                request.RepositoryName,
                new SetRepositoryPolicyResponse { RepositoryName = request.RepositoryName, PolicyText = request.PolicyText },
                stored => stored with { Policy = request.PolicyText });

    internal static Outcome<GetRepositoryPolicyResponse> GetRepositoryPolicy(Step step, GetRepositoryPolicyRequest request) =>
        step.Table(EcrState.Repositories).Find(request.RepositoryName) switch
        {
            null => Unknown(step, request.RepositoryName),
            { Policy: { } policy } => new GetRepositoryPolicyResponse { RepositoryName = request.RepositoryName, PolicyText = policy },
            _ => NoPolicy("RepositoryPolicyNotFoundException", "Repository policy", request.RepositoryName),
        };

    internal static Outcome<DeleteRepositoryPolicyResponse> DeleteRepositoryPolicy(Step step, DeleteRepositoryPolicyRequest request) => Change(
        step,
        request.RepositoryName,
        new DeleteRepositoryPolicyResponse { RepositoryName = request.RepositoryName },
        stored => stored with { Policy = null });

    internal static Outcome<PutLifecyclePolicyResponse> PutLifecyclePolicy(Step step, PutLifecyclePolicyRequest request) => Change(
        step,
        request.RepositoryName,
        new PutLifecyclePolicyResponse { RepositoryName = request.RepositoryName, LifecyclePolicyText = request.LifecyclePolicyText },
        stored => stored with { LifecyclePolicy = request.LifecyclePolicyText });

    internal static Outcome<GetLifecyclePolicyResponse> GetLifecyclePolicy(Step step, GetLifecyclePolicyRequest request) =>
        step.Table(EcrState.Repositories).Find(request.RepositoryName) switch
        {
            null => Unknown(step, request.RepositoryName),
            { LifecyclePolicy: { } policy } => new GetLifecyclePolicyResponse { RepositoryName = request.RepositoryName, LifecyclePolicyText = policy },
            _ => NoPolicy("LifecyclePolicyNotFoundException", "Lifecycle policy", request.RepositoryName),
        };

    internal static Outcome<DeleteLifecyclePolicyResponse> DeleteLifecyclePolicy(Step step, DeleteLifecyclePolicyRequest request) => Change(
        step,
        request.RepositoryName,
        new DeleteLifecyclePolicyResponse { RepositoryName = request.RepositoryName },
        stored => stored with { LifecyclePolicy = null });

    internal static Outcome<TagResourceResponse> TagResource(Step step, TagResourceRequest request) => Change(
        step,
        NameOf(request.ResourceArn),
        new TagResourceResponse(),
        stored => stored with { Tags = [.. stored.Tags.ExceptBy(request.Tags.Select(tag => tag.Key), tag => tag.Key), .. request.Tags] });

    internal static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request) => Change(
        step,
        NameOf(request.ResourceArn),
        new UntagResourceResponse(),
        stored => stored with { Tags = stored.Tags.ExceptBy(request.TagKeys, tag => tag.Key).ToList() });

    internal static Outcome<ListTagsForResourceResponse> ListTagsForResource(Step step, ListTagsForResourceRequest request) =>
        step.Table(EcrState.Repositories).Find(NameOf(request.ResourceArn)) is { } stored
            ? new ListTagsForResourceResponse { Tags = stored.Tags }
            : Unknown(step, NameOf(request.ResourceArn));

    internal static string Arn(Step step, string name) => step.Settings.Arn("ecr", $"repository/{name}");

    private static string NameOf(string arn) => arn.Split(":repository/")[^1];

    private static Outcome<T> Change<T>(Step step, string name, T response, Func<StoredRepository, StoredRepository> change)
    {
        if (step.Table(EcrState.Repositories).Find(name) is not { } stored)
        {
            return Unknown(step, name);
        }

        step.Table(EcrState.Repositories).Put(name, change(stored));
        return response;
    }

    private static Refusal NoPolicy(string code, string what, string name) => new(code, $"{what} does not exist for the repository with name '{name}'");

    private static Refusal Unknown(Step step, string name) => new(
        "RepositoryNotFoundException",
        $"The repository with name '{name}' does not exist in the registry with id '{step.Settings.AccountId}'");
}
