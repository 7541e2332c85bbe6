namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>
/// The arithmetic of target tracking
/// (https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html): out proportionally and rounded up; in
/// "conservatively", of which AWS gives no formula. Ours: proportionally and rounded up, but at most a tenth of the capacity (at least one task) at a time.
/// </summary>
internal static class TargetTracking
{
    private const double MostAtOnce = 0.1;

    // So that rounding up does not add a task for the last bit of a quotient.
    private const double Grain = 1e-9;

    /// <summary>The capacity at which the metric would be at its target; from none running, the least there is.</summary>
    internal static int Out(int running, double metric, double target) => Math.Max(1, Proportional(running, metric, target));

    /// <summary>A capacity somewhat lower, at which the metric is still not above its target.</summary>
    internal static int In(int running, double metric, double target)
    {
        var most = Math.Max(1, (int)(running * MostAtOnce));
        return Math.Min(running, Math.Max(Proportional(running, metric, target), running - most));
    }

    private static int Proportional(int running, double metric, double target) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling((running * metric / target) - Grain));
}
