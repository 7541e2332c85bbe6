using Headroom.Wire.Shapes.Ssm;

namespace Headroom.Cloud.Services.Ssm;

/// <summary>AWS Systems Manager: Parameter Store.</summary>
public static class SsmService
{
    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new("ssm",
    [
        Operation.Of<PutParameterRequest, PutParameterResponse>(
            "PutParameter", SsmOperations.PutParameter, (step, request) => SsmParameters.Arn(step, request.Name)),
        Operation.Of<GetParameterRequest, GetParameterResponse>(
            "GetParameter", SsmOperations.GetParameter, (step, request) => SsmParameters.Arn(step, request.Name)),
        Operation.Of<GetParametersRequest, GetParametersResponse>(
            "GetParameters", SsmOperations.GetParameters, (step, request) => SsmParameters.Arn(step, request.Names[0])),
        Operation.Of<GetParametersByPathRequest, GetParametersByPathResponse>(
            "GetParametersByPath", SsmOperations.GetParametersByPath, (step, request) => SsmParameters.Arn(step, request.Path)),
        Operation.Of<DescribeParametersRequest, DescribeParametersResponse>("DescribeParameters", SsmOperations.DescribeParameters),
        Operation.Of<DeleteParameterRequest, DeleteParameterResponse>(
            "DeleteParameter", SsmOperations.DeleteParameter, (step, request) => SsmParameters.Arn(step, request.Name)),
        Operation.Of<AddTagsToResourceRequest, AddTagsToResourceResponse>(
            "AddTagsToResource", SsmOperations.AddTagsToResource, (step, request) => SsmParameters.Arn(step, request.ResourceId)),
        Operation.Of<RemoveTagsFromResourceRequest, RemoveTagsFromResourceResponse>(
            "RemoveTagsFromResource", SsmOperations.RemoveTagsFromResource, (step, request) => SsmParameters.Arn(step, request.ResourceId)),
        Operation.Of<ListTagsForResourceRequest, ListTagsForResourceResponse>(
            "ListTagsForResource", SsmOperations.ListTagsForResource, (step, request) => SsmParameters.Arn(step, request.ResourceId)),
    ])
    {
        ResourceTypes = [SsmResources.Parameter],
    };
}
