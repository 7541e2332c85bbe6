namespace Headroom.Cloud.Services.Lambda;

/// <summary>The CloudFormation resource types of Lambda.</summary>
internal static class LambdaResources
{
    internal static IReadOnlyList<ResourceType> All { get; } = [FunctionResource.Type, PermissionResource.Type, EventInvokeConfigResource.Type, VersionResource.Type, AliasResource.Type];
}
