using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>The arithmetic of step scaling (https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html).</summary>
internal static class StepScaling
{
    /// <summary>The capacity after the step that the breach falls into; null where it falls into none.</summary>
    /// <param name="current">The capacity that the step starts from.</param>
    /// <param name="configuration">The policy.</param>
    /// <param name="threshold">The alarm's.</param>
    /// <param name="metric">The metric's latest value.</param>
    internal static int? Capacity(int current, StepScalingPolicyConfiguration configuration, double threshold, double metric)
    {
        var breach = metric - threshold;
        if ((configuration.StepAdjustments ?? []).FirstOrDefault(step => Holds(step, breach)) is not { } step)
        {
            return null;
        }

        return configuration.AdjustmentType switch
        {
            "ExactCapacity" => step.ScalingAdjustment,
            "ChangeInCapacity" => Math.Max(0, current + step.ScalingAdjustment),
            _ => Math.Max(0, current + PercentChange(current * step.ScalingAdjustment / 100.0, configuration.MinAdjustmentMagnitude ?? 0)),
        };
    }

    /// <summary>
    /// Above 1 rounded down, between 0 and 1 to 1, between 0 and -1 to -1, below -1 towards zero; then at least the minimum magnitude.
    /// </summary>
    internal static int PercentChange(double exact, int minimumMagnitude)
    {
        var rounded = exact switch
        {
            0 => 0,
            > 0 and < 1 => 1,
            < 0 and > -1 => -1,
            _ => (int)exact,
        };
        return rounded == 0 ? 0 : Math.Sign(rounded) * Math.Max(Math.Abs(rounded), minimumMagnitude);
    }

    // At or above the threshold the lower bound belongs to a step, below it the upper one.
    private static bool Holds(StepAdjustment step, double breach)
    {
        var (lower, upper) = (step.MetricIntervalLowerBound ?? double.NegativeInfinity, step.MetricIntervalUpperBound ?? double.PositiveInfinity);
        return breach >= 0 ? lower <= breach && breach < upper : lower < breach && breach <= upper;
    }
}
