using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Headroom.Wire.Shapes.CloudWatch;
using Alarm = Headroom.Wire.Shapes.ApplicationAutoScaling.Alarm;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>
/// The two alarms of a target tracking policy: high after 3 minutes above the target, low after 15 minutes below 90 % of it, as a live
/// account shows them (https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking.html).
/// </summary>
internal static class TargetTrackingAlarms
{
    private const double LowShare = 0.9;
    private const int HighPeriods = 3;
    private const int LowPeriods = 15;

    /// <summary>Creates or changes the alarms; null, or why CloudWatch refuses.</summary>
    internal static Refusal? Put(Step step, ScalingPolicy policy, IReadOnlyList<Alarm> before, out IReadOnlyList<Alarm> alarms)
    {
        var configuration = policy.TargetTrackingScalingPolicyConfiguration!;
        var metric = TrackedMetric.Of(policy.ResourceId, configuration);
        var high = Request(step, policy, metric, Name(step, policy, before, "AlarmHigh"), HighPeriods) with
        {
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = configuration.TargetValue,
        };
        var low = Request(step, policy, metric, Name(step, policy, before, "AlarmLow"), LowPeriods) with
        {
            ComparisonOperator = "LessThanThreshold",
            Threshold = Math.Round(configuration.TargetValue * LowShare, 6),
        };
        var wanted = configuration.DisableScaleIn == true ? new[] { high } : [high, low];
        alarms = [.. wanted.Select(request => new Alarm { AlarmName = request.AlarmName, AlarmARN = step.Settings.Arn("cloudwatch", $"alarm:{request.AlarmName}") })];
        foreach (var request in wanted)
        {
            if (Call<PutMetricAlarmRequest, PutMetricAlarmResponse>(step, "PutMetricAlarm", request) is { } refusal)
            {
                return refusal;
            }
        }

        Delete(step, [.. before.Select(alarm => alarm.AlarmName).Except(wanted.Select(request => request.AlarmName), StringComparer.Ordinal)]);
        return null;
    }

    /// <summary>Deletes the alarms that a target tracking policy made; a step policy's alarms are its owner's.</summary>
    internal static void Delete(Step step, ScalingPolicy policy)
    {
        if (policy.PolicyType == PolicyRules.TargetTracking)
        {
            Delete(step, [.. (policy.Alarms ?? []).Select(alarm => alarm.AlarmName)]);
        }
    }

    // One by one: somebody may have deleted one of them, and that must not keep the others.
    private static void Delete(Step step, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            Call<DeleteAlarmsRequest, DeleteAlarmsResponse>(step, "DeleteAlarms", new() { AlarmNames = [name] });
        }
    }

    private static string Name(Step step, ScalingPolicy policy, IReadOnlyList<Alarm> before, string kind) =>
        before.FirstOrDefault(alarm => alarm.AlarmName.Contains($"-{kind}-", StringComparison.Ordinal))?.AlarmName
        ?? $"TargetTracking-{policy.ResourceId}-{kind}-{step.Ids.NextUuid()}";

    private static PutMetricAlarmRequest Request(Step step, ScalingPolicy policy, TrackedMetric metric, string name, int periods) => new()
    {
        AlarmName = name,
        AlarmDescription = $"DO NOT EDIT OR DELETE. For TargetTrackingScaling policy {policy.PolicyARN}.",
        ActionsEnabled = true,
        AlarmActions = [AutoScalingNames.AlarmAction(policy.PolicyARN, step.Ids.NextUuid())],
        MetricName = metric.Name,
        Namespace = metric.Namespace,
        Dimensions = metric.Dimensions,
        Statistic = metric.Statistic,
        Unit = metric.Unit,
        Period = metric.Period,
        Metrics = metric.Queries,
        EvaluationPeriods = periods,
        TreatMissingData = "missing",
    };

    private static Refusal? Call<TRequest, TResponse>(Step step, string operation, TRequest request) =>
        step.CallAs<TRequest, TResponse>(AutoScalingNames.Role(step), "cloudwatch", operation, request) is not Outcome<TResponse>.Refused { Refusal: var refusal } ? null
            : refusal.Code == "ValidationError" ? TargetRules.Invalid(refusal.Message)
            : new("FailedResourceAccessException", refusal.Message);
}
