using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>
/// CloudFormation's
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-version.html">AWS::Lambda::Version</see>;
/// its Ref is the version's ARN.
/// </summary>
internal static class VersionResource
{
    internal static ResourceType Type { get; } = new(
        "AWS::Lambda::Version",
        Create,
        request => new ResourceProgress.Done(request.PhysicalId),
        Delete)
    {
        ReplacedBy = new HashSet<string> { "FunctionName", "CodeSha256", "Description" },
    };

    private static ResourceProgress Create(ResourceRequest request) =>
        ResourceHandler.Call<PublishVersionRequest, FunctionConfiguration>(request, LambdaService.Name, "PublishVersion", request.Properties, published =>
            new ResourceProgress.Done(published.FunctionArn!, new Dictionary<string, JsonNode?> { ["FunctionArn"] = published.FunctionArn, ["Version"] = published.Version }));

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteFunctionRequest, DeleteFunctionResponse>(
        request, LambdaService.Name, "DeleteFunction", new() { FunctionName = request.PhysicalId }, "ResourceNotFoundException");
}
