using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>What one policy would do.</summary>
/// <param name="Cause">In AWS's words: "monitor alarm A in state ALARM triggered policy P".</param>
/// <param name="Capacity">The capacity that it wants.</param>
/// <param name="IsScaleOut">Whether it was triggered to add.</param>
/// <param name="Cooldown">How long its effect is waited for.</param>
internal sealed record Proposal(string Cause, int Capacity, bool IsScaleOut, TimeSpan Cooldown)
{
    /// <summary>What target tracking keeps where; null for a step policy.</summary>
    internal Tracked? Tracked { get; init; }

    /// <summary>ECS's default for both directions (https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html).</summary>
    internal static TimeSpan DefaultCooldown { get; } = TimeSpan.FromSeconds(300);

    internal static string CauseOf(string alarm, string policy) => $"monitor alarm {alarm} in state ALARM triggered policy {policy}";
}

/// <summary>An alarm of target tracking, and the value at which its metric is to be kept.</summary>
internal sealed record Tracked(MetricAlarm Alarm, double TargetValue);
