namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>Attributes of a target group of an Application Load Balancer as they are unless set.</summary>
internal static class TargetGroupDefaults
{
    internal const string DeregistrationDelay = "deregistration_delay.timeout_seconds";

    internal static IReadOnlyDictionary<string, string> Attributes { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [DeregistrationDelay] = "300",
        ["stickiness.enabled"] = "false",
        ["stickiness.type"] = "lb_cookie",
        ["stickiness.lb_cookie.duration_seconds"] = "86400",
        ["slow_start.duration_seconds"] = "0",
        ["load_balancing.algorithm.type"] = "round_robin",
        ["load_balancing.cross_zone.enabled"] = "use_load_balancer_configuration",
    };
}
