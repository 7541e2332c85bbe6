using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>
/// CloudFormation's
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-permission.html">AWS::Lambda::Permission</see>.
/// </summary>
internal static class PermissionResource
{
    internal static ResourceType Type { get; } = new(
        "AWS::Lambda::Permission",
        Create,
        request => new ResourceProgress.Done(request.PhysicalId),
        Delete)
    {
        ReplacedBy = new HashSet<string>
        {
            "Action", "FunctionName", "Principal", "SourceArn", "SourceAccount",
            "EventSourceToken", "FunctionUrlAuthType", "PrincipalOrgID", "InvokedViaFunctionUrl",
        },
    };

    private static ResourceProgress Create(ResourceRequest request)
    {
        var properties = request.Properties.Without();
        properties["StatementId"] = request.GeneratedName(100);
        return ResourceHandler.Call<AddPermissionRequest, AddPermissionResponse>(request, LambdaService.Name, "AddPermission", properties, _ =>
            new ResourceProgress.Done((string)properties["StatementId"]!, new Dictionary<string, JsonNode?> { ["Id"] = properties["StatementId"]!.DeepClone() }));
    }

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<RemovePermissionRequest, RemovePermissionResponse>(
        request,
        LambdaService.Name,
        "RemovePermission",
        new() { FunctionName = request.Properties.Text("FunctionName")!, StatementId = request.PhysicalId },
        "ResourceNotFoundException");
}
