using Headroom.Cloud.Services.ApplicationAutoScaling.Policies;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Tests.Capacity;

public sealed class PolicyArithmeticTests
{
    [Theory]
    [InlineData(1, 100, 50, 2)]
    [InlineData(2, 75, 50, 3)]
    [InlineData(4, 51, 50, 5)]
    [InlineData(10, 90, 60, 15)]
    [InlineData(0, 90, 60, 1)]
    public void Target_tracking_scales_out_in_proportion_and_rounds_up(int running, double metric, double target, int expected) =>
        TargetTracking.Out(running, metric, target).ShouldBe(expected);

    [Theory]
    [InlineData(5, 1, 50, 4)]
    [InlineData(100, 10, 50, 90)]
    [InlineData(10, 48, 50, 10)]
    [InlineData(100, 48, 50, 96)]
    public void Target_tracking_scales_in_carefully_and_never_so_far_that_the_metric_would_exceed_its_target(int running, double metric, double target, int expected) =>
        TargetTracking.In(running, metric, target).ShouldBe(expected);

    /// <summary>https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html, "Scaling adjustment types".</summary>
    [Theory]
    [InlineData(12.7, 0, 12)]
    [InlineData(0.67, 0, 1)]
    [InlineData(-0.58, 0, -1)]
    [InlineData(-6.67, 0, -6)]
    [InlineData(1, 4, 4)]
    [InlineData(-1, 2, -2)]
    public void Percentages_are_rounded_as_documented(double exact, int minimumMagnitude, int expected) =>
        StepScaling.PercentChange(exact, minimumMagnitude).ShouldBe(expected);

    /// <summary>The same page's example: threshold 50, steps at 0-10: 0 %, 10-20: +10 %, 20 and above: +30 %.</summary>
    [Theory]
    [InlineData(55, null)]
    [InlineData(60, 11)]
    [InlineData(70, 13)]
    [InlineData(99, 13)]
    public void A_step_is_chosen_by_how_far_the_alarm_is_breached(double metric, int? expected)
    {
        var configuration = new StepScalingPolicyConfiguration
        {
            AdjustmentType = "PercentChangeInCapacity",
            StepAdjustments =
            [
                new() { MetricIntervalLowerBound = 0, MetricIntervalUpperBound = 10, ScalingAdjustment = 0 },
                new() { MetricIntervalLowerBound = 10, MetricIntervalUpperBound = 20, ScalingAdjustment = 10 },
                new() { MetricIntervalLowerBound = 20, ScalingAdjustment = 30 },
            ],
        };

        StepScaling.Capacity(10, configuration, 50, metric).ShouldBe(expected ?? 10);
    }

    [Fact]
    public void Below_the_threshold_the_upper_bound_belongs_to_the_step()
    {
        var configuration = new StepScalingPolicyConfiguration
        {
            AdjustmentType = "ChangeInCapacity",
            StepAdjustments = [new() { MetricIntervalUpperBound = -10, ScalingAdjustment = -3 }, new() { MetricIntervalLowerBound = -10, MetricIntervalUpperBound = 0, ScalingAdjustment = -1 }],
        };

        StepScaling.Capacity(10, configuration, 30, 20).ShouldBe(7);
        StepScaling.Capacity(10, configuration, 30, 21).ShouldBe(9);
    }
}
