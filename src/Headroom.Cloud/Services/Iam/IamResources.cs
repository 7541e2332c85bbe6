namespace Headroom.Cloud.Services.Iam;

/// <summary>The CloudFormation resource types of IAM.</summary>
internal static class IamResources
{
    internal static IReadOnlyList<ResourceType> All { get; } =
        [RoleResource.Type, InlinePolicyResource.Type, ManagedPolicyResource.Type, ServiceLinkedRoleResource.Type];
}
