using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecr;

namespace Headroom.Cloud.Services.Ecr;

/// <summary>Amazon Elastic Container Registry: repositories, without images.</summary>
public static class EcrService
{
    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new("ecr",
    [
        On<CreateRepositoryRequest, CreateRepositoryResponse>("CreateRepository", EcrOperations.CreateRepository, request => request.RepositoryName),
        On<DescribeRepositoriesRequest, DescribeRepositoriesResponse>(
            "DescribeRepositories", EcrOperations.DescribeRepositories, request => request.RepositoryNames is [var first, ..] ? first : "*"),
        On<DeleteRepositoryRequest, DeleteRepositoryResponse>("DeleteRepository", EcrOperations.DeleteRepository, request => request.RepositoryName),
        On<PutImageTagMutabilityRequest, PutImageTagMutabilityResponse>(
            "PutImageTagMutability", EcrOperations.PutImageTagMutability, request => request.RepositoryName),
        On<SetRepositoryPolicyRequest, SetRepositoryPolicyResponse>(
            "SetRepositoryPolicy", EcrOperations.SetRepositoryPolicy, request => request.RepositoryName),
        On<GetRepositoryPolicyRequest, GetRepositoryPolicyResponse>(
            "GetRepositoryPolicy", EcrOperations.GetRepositoryPolicy, request => request.RepositoryName),
        On<DeleteRepositoryPolicyRequest, DeleteRepositoryPolicyResponse>(
            "DeleteRepositoryPolicy", EcrOperations.DeleteRepositoryPolicy, request => request.RepositoryName),
        On<PutLifecyclePolicyRequest, PutLifecyclePolicyResponse>(
            "PutLifecyclePolicy", EcrOperations.PutLifecyclePolicy, request => request.RepositoryName),
        On<GetLifecyclePolicyRequest, GetLifecyclePolicyResponse>(
            "GetLifecyclePolicy", EcrOperations.GetLifecyclePolicy, request => request.RepositoryName),
        On<DeleteLifecyclePolicyRequest, DeleteLifecyclePolicyResponse>(
            "DeleteLifecyclePolicy", EcrOperations.DeleteLifecyclePolicy, request => request.RepositoryName),
        Operation.Of<TagResourceRequest, TagResourceResponse>("TagResource", EcrOperations.TagResource, (_, request) => request.ResourceArn),
        Operation.Of<UntagResourceRequest, UntagResourceResponse>("UntagResource", EcrOperations.UntagResource, (_, request) => request.ResourceArn),
        Operation.Of<ListTagsForResourceRequest, ListTagsForResourceResponse>(
            "ListTagsForResource", EcrOperations.ListTagsForResource, (_, request) => request.ResourceArn),
    ])
    {
        ResourceTypes = [EcrResources.Repository],
    };

    private static Operation On<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string> repository) =>
        Operation.Of(name, method, (step, request) => EcrOperations.Arn(step, repository(request)));
}
