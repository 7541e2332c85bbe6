using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>What ECS's scheduler and a target group tell each other: how long targets take to come and to go, and which of them will stop answering.</summary>
internal static class TargetHealthTimes
{
    /// <summary>When a registered target is healthy, or null where it never will be, or is not there.</summary>
    internal static DateTimeOffset? HealthyAt(Step step, string targetGroupArn, string id, int? port) =>
        Find(step, targetGroupArn, id, port) is { } target && target.IsEverHealthy() ? target.HealthyAt : null;

    /// <summary>When a registered target has failed its health checks too often, or null where it never will, or is not there.</summary>
    internal static DateTimeOffset? UnhealthyAt(Step step, string targetGroupArn, string id, int? port) =>
        Find(step, targetGroupArn, id, port)?.UnhealthyAt;

    /// <summary>What listens there answers no health check from <paramref name="silentFrom"/> on.</summary>
    internal static void Silence(Step step, string targetGroupArn, string id, int? port, DateTimeOffset silentFrom)
    {
        if (Find(step, targetGroupArn, id, port) is { } target && step.Table(LoadBalancingState.TargetGroups).Find(targetGroupArn) is { } group)
        {
            step.Table(LoadBalancingState.Targets).Put(LoadBalancingState.TargetKey(targetGroupArn, id, port), target with { UnhealthyAt = group.UnhealthyAt(target, silentFrom) });
        }
    }

    /// <summary>How long a deregistered target drains; zero where the target group is not there.</summary>
    internal static TimeSpan DeregistrationDelay(Step step, string targetGroupArn) =>
        step.Table(LoadBalancingState.TargetGroups).Find(targetGroupArn)?.DeregistrationDelay() ?? TimeSpan.Zero;

    /// <summary>Whether a load balancer sends requests to the target group.</summary>
    internal static bool IsInUse(Step step, string targetGroupArn) => LoadBalancingOperations.Uses(step, targetGroupArn).Any();

    private static TargetRecord? Find(Step step, string targetGroupArn, string id, int? port) =>
        step.Table(LoadBalancingState.Targets).Find(LoadBalancingState.TargetKey(targetGroupArn, id, port));
}
