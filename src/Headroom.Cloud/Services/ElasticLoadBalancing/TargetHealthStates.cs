using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>A target's health as its target group tells it (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html).</summary>
internal static class TargetHealthStates
{
    /// <summary>Whether its health checks ever succeed often enough in a row to make it healthy.</summary>
    internal static bool IsEverHealthy(this TargetRecord target) => target.UnhealthyAt is not { } silent || silent > target.HealthyAt;

    /// <summary>
    /// <list type="table">
    /// <item><term>deregistered, not drained yet</term><description>draining</description></item>
    /// <item><term>no load balancer sends it requests</term><description>unused: such a target group makes no health checks</description></item>
    /// <item><term>failed too many checks</term><description>unhealthy</description></item>
    /// <item><term>passed too few checks so far</term><description>initial: registering until the first check, checking after it</description></item>
    /// <item><term>else</term><description>healthy</description></item>
    /// </list>
    /// </summary>
    internal static TargetHealth HealthAt(this TargetRecord target, DateTimeOffset now, TargetGroupRecord group, bool inUse) => target switch
    {
        { DrainedAt: not null } => new() { State = "draining", Reason = "Target.DeregistrationInProgress", Description = "Target deregistration is in progress" },
        _ when !inUse => new() { State = "unused", Reason = "Target.NotInUse", Description = "Target group is not configured to receive traffic from the load balancer" },
        { UnhealthyAt: { } unhealthyAt } when unhealthyAt <= now => new() { State = "unhealthy", Reason = "Target.Timeout", Description = "Request timed out" },
        _ when target.IsEverHealthy() && target.HealthyAt <= now => new() { State = "healthy" },
        _ when target.RegisteredAt + group.CheckInterval() > now => new() { State = "initial", Reason = "Elb.RegistrationInProgress", Description = "Target registration is in progress" },
        _ => new() { State = "initial", Reason = "Elb.InitialHealthChecking", Description = "Initial health checks in progress" },
    };
}
