using Headroom.Wire.Shapes.Lambda;

namespace Headroom.Cloud.Services.Lambda;

/// <summary>
/// CloudFormation's
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-alias.html">AWS::Lambda::Alias</see>; its
/// Ref is the alias's ARN.
/// </summary>
internal static class AliasResource
{
    internal static ResourceType Type { get; } = new("AWS::Lambda::Alias", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { "FunctionName", "Name" },
    };

    private static ResourceProgress Create(ResourceRequest request) =>
        ResourceHandler.Call<CreateAliasRequest, AliasConfiguration>(request, LambdaService.Name, "CreateAlias", request.Properties, Done);

    private static ResourceProgress Update(ResourceRequest request) =>
        ResourceHandler.Call<UpdateAliasRequest, AliasConfiguration>(request, LambdaService.Name, "UpdateAlias", request.Properties, Done);

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteAliasRequest, DeleteAliasResponse>(
        request, LambdaService.Name, "DeleteAlias", new()
        {
            FunctionName = request.Properties.Text("FunctionName")!,
            Name = request.Properties.Text("Name")!,
        });

    private static ResourceProgress.Done Done(AliasConfiguration alias) => new(alias.AliasArn!);
}
