using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>What moves in load balancing as time passes: a drained target is gone.</summary>
internal static class LoadBalancingDynamics
{
    internal static void Woken(Step step, string targetKey) => step.Table(LoadBalancingState.Targets).Remove(targetKey);
}
