using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>What PutScalingPolicy refuses.</summary>
internal static class PolicyRules
{
    internal const string StepScaling = "StepScaling";
    internal const string TargetTracking = "TargetTrackingScaling";
    private const string Predictive = "PredictiveScaling";
    private const int MostSteps = 20;

    internal static Refusal? Refuse(PutScalingPolicyRequest request, ScalingPolicy? old)
    {
        var type = request.PolicyType ?? old?.PolicyType ?? StepScaling;
        if (old is not null && old.PolicyType != type)
        {
            return TargetRules.Invalid($"Only one policy type can be specified for a policy: {request.PolicyName} is a {old.PolicyType} policy.");
        }

        return (type, request) switch
        {
            (TargetTracking, { TargetTrackingScalingPolicyConfiguration: { } tracking }) => Refuse(tracking),
            (StepScaling, { StepScalingPolicyConfiguration: { } steps }) => Refuse(steps),
            (Predictive, _) => TargetRules.Invalid("The embedded cloud does not forecast: predictive scaling policies are not supported."),
            _ => TargetRules.Invalid($"{type}PolicyConfiguration must be specified for a policy of type {type}."),
        };
    }

    /// <summary>Whether a policy tracks the metric of a configuration, to whatever target value.</summary>
    internal static bool TracksTheSame(ScalingPolicy policy, TargetTrackingScalingPolicyConfiguration tracking) =>
        policy.TargetTrackingScalingPolicyConfiguration is { } other && Metric(other) == Metric(tracking);

    // A list in a record is equal to itself alone: what it says is compared.
    private static string Metric(TargetTrackingScalingPolicyConfiguration tracking) =>
        tracking.PredefinedMetricSpecification is { } predefined
            ? WireJson.ToJson(predefined).ToJsonString()
            : WireJson.ToJson(tracking.CustomizedMetricSpecification!).ToJsonString();

    private static Refusal? Refuse(TargetTrackingScalingPolicyConfiguration tracking) => tracking switch
    {
        { PredefinedMetricSpecification: null, CustomizedMetricSpecification: null } or { PredefinedMetricSpecification: not null, CustomizedMetricSpecification: not null } =>
            TargetRules.Invalid("Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be specified."),
        { TargetValue: <= 0 } => TargetRules.Invalid("TargetValue must be greater than 0."),
        { PredefinedMetricSpecification: { PredefinedMetricType: "ALBRequestCountPerTarget", ResourceLabel: var label } } when label?.Contains("/targetgroup/", StringComparison.Ordinal) != true =>
            TargetRules.Invalid("ResourceLabel must be specified for the predefined metric type ALBRequestCountPerTarget: app/load-balancer-name/id/targetgroup/target-group-name/id."),
        { CustomizedMetricSpecification: { Metrics.Count: > 0, MetricName: not null } } =>
            TargetRules.Invalid("MetricName must not be specified with Metrics in a CustomizedMetricSpecification."),
        _ => null,
    };

    private static Refusal? Refuse(StepScalingPolicyConfiguration configuration)
    {
        if (configuration.AdjustmentType is not ("ChangeInCapacity" or "ExactCapacity" or "PercentChangeInCapacity"))
        {
            return TargetRules.Invalid("AdjustmentType must be ChangeInCapacity, ExactCapacity or PercentChangeInCapacity.");
        }

        var steps = configuration.StepAdjustments ?? [];
        return steps.Count switch
        {
            0 => TargetRules.Invalid("At least one step adjustment must be specified for a step scaling policy."),
            > MostSteps => new("LimitExceededException", $"Exceeded the maximum number of step adjustments: {MostSteps}"),
            _ => RefuseBounds(steps),
        };
    }

    private static Refusal? RefuseBounds(IReadOnlyList<StepAdjustment> steps)
    {
        var sorted = steps.OrderBy(step => step.MetricIntervalLowerBound ?? double.NegativeInfinity).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            var (lower, upper) = (sorted[i].MetricIntervalLowerBound, sorted[i].MetricIntervalUpperBound);
            if (lower >= upper || (lower is null && upper is null && sorted.Count > 1))
            {
                return TargetRules.Invalid("StepAdjustment intervals: the upper bound must be greater than the lower bound.");
            }

            if (i > 0 && (lower is null || sorted[i - 1].MetricIntervalUpperBound != lower))
            {
                return TargetRules.Invalid("StepAdjustment intervals must not overlap or have gaps between them.");
            }
        }

        return null;
    }
}
