using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>
/// CloudFormation's
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-eventinvokeconfig.html">AWS::Lambda::EventInvokeConfig</see>.
/// </summary>
internal static class EventInvokeConfigResource
{
    internal static ResourceType Type { get; } = new("AWS::Lambda::EventInvokeConfig", Put, Put, Delete)
    {
        ReplacedBy = new HashSet<string> { "FunctionName", "Qualifier" },
    };

    private static ResourceProgress Put(ResourceRequest request) => ResourceHandler.Call<PutFunctionEventInvokeConfigRequest, FunctionEventInvokeConfig>(
        request,
        LambdaService.Name,
        "PutFunctionEventInvokeConfig",
        request.Properties,
        _ => new ResourceProgress.Done($"{request.Properties.Text("FunctionName")}|{request.Properties.Text("Qualifier")}"));

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteFunctionEventInvokeConfigRequest, DeleteFunctionEventInvokeConfigResponse>(
        request,
        LambdaService.Name,
        "DeleteFunctionEventInvokeConfig",
        new() { FunctionName = request.Properties.Text("FunctionName")!, Qualifier = request.Properties.Text("Qualifier") },
        "ResourceNotFoundException");
}
