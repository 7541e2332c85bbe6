using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>What ECS's scheduler asks of a target group: how long its targets take to come and to go.</summary>
internal static class TargetHealthTimes
{
    /// <summary>When a registered target is healthy, or null where the target group (or the target) is not there.</summary>
    internal static DateTimeOffset? HealthyAt(Step step, string targetGroupArn, string id, int? port) =>
        step.Table(LoadBalancingState.Targets).Find(LoadBalancingState.TargetKey(targetGroupArn, id, port))?.HealthyAt;

    /// <summary>How long a deregistered target drains; zero where the target group is not there.</summary>
    internal static TimeSpan DeregistrationDelay(Step step, string targetGroupArn) =>
        step.Table(LoadBalancingState.TargetGroups).Find(targetGroupArn)?.DeregistrationDelay() ?? TimeSpan.Zero;
}
