namespace Headroom.Cloud.Services.Ecs.Resources;

/// <summary>ECS's CloudFormation resource types.</summary>
internal static class EcsResources
{
    internal static IReadOnlyList<ResourceType> All { get; } = [ClusterResource.Type, TaskDefinitionResource.Type, ServiceResource.Type];
}
