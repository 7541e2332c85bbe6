using Headroom.Cloud.Services.ElasticLoadBalancing.Resources;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>Load balancing's CloudFormation resource types.</summary>
internal static class LoadBalancingResources
{
    internal static IReadOnlyList<ResourceType> All { get; } = [LoadBalancerResource.Type, TargetGroupResource.Type, ListenerResource.Type, ListenerRuleResource.Type];
}
