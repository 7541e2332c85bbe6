using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.ApplicationAutoScaling.Policies;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

internal static partial class AutoScalingOperations
{
    private const int MostPolicies = 50;

    /// <summary>Creates or replaces a policy. Target tracking makes its two alarms; step scaling is told by alarms of the caller's own.</summary>
    internal static Outcome<PutScalingPolicyResponse> PutScalingPolicy(Step step, PutScalingPolicyRequest request)
    {
        var targetKey = AutoScalingState.TargetKey(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        if (step.Table(AutoScalingState.Targets).Find(targetKey) is null)
        {
            return TargetRules.NoTarget(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        }

        var policies = step.Table(AutoScalingState.Policies);
        var old = policies.Find(PolicyRecord.KeyOf(targetKey, request.PolicyName));
        if (PolicyRules.Refuse(request, old?.Policy) is { } refusal)
        {
            return refusal;
        }

        if (request.TargetTrackingScalingPolicyConfiguration is { } tracking
            && policies.WithPrefix(AutoScalingState.Of(targetKey)).Any(other => other.Policy.PolicyName != request.PolicyName && PolicyRules.TracksTheSame(other.Policy, tracking)))
        {
            return TargetRules.Invalid("Only one TargetTrackingScaling policy for a given metric specification is allowed.");
        }

        if (old is null && policies.WithPrefix(AutoScalingState.Of(targetKey)).Count >= MostPolicies)
        {
            return new Refusal("LimitExceededException", $"Exceeded the maximum number of scaling policies per scalable target: {MostPolicies}");
        }

        var policy = new ScalingPolicy
        {
            PolicyARN = old?.Policy.PolicyARN ?? AutoScalingNames.PolicyArn(step.Settings, step.Ids.NextUuid(), request.ResourceId, request.PolicyName),
            PolicyName = request.PolicyName,
            ServiceNamespace = request.ServiceNamespace,
            ResourceId = request.ResourceId,
            ScalableDimension = request.ScalableDimension,
            PolicyType = request.PolicyType ?? old?.Policy.PolicyType ?? PolicyRules.StepScaling,
            StepScalingPolicyConfiguration = request.StepScalingPolicyConfiguration,
            TargetTrackingScalingPolicyConfiguration = request.TargetTrackingScalingPolicyConfiguration,
            PredictiveScalingPolicyConfiguration = request.PredictiveScalingPolicyConfiguration,
            Alarms = [],
            CreationTime = old?.Policy.CreationTime ?? step.Now,
        };
        if (policy.TargetTrackingScalingPolicyConfiguration is not null)
        {
            if (TargetTrackingAlarms.Put(step, policy, old?.Policy.Alarms ?? [], out var alarms) is { } refused)
            {
                return refused;
            }

            policy = policy with { Alarms = alarms };
        }

        policies.Put(PolicyRecord.KeyOf(targetKey, request.PolicyName), new(policy));
        PolicyEvaluation.Reconsider(step, targetKey);
        return new PutScalingPolicyResponse { PolicyARN = policy.PolicyARN, Alarms = policy.Alarms };
    }

    /// <summary>Describes policies of a namespace, a target, or by name; 50 a page.</summary>
    internal static Outcome<DescribeScalingPoliciesResponse> DescribeScalingPolicies(Step step, DescribeScalingPoliciesRequest request)
    {
        var wanted = step.Table(AutoScalingState.Policies).WithPrefix(request.ServiceNamespace + '|')
            .Select(record => record.Policy)
            .Where(policy => request.ResourceId is null || policy.ResourceId == request.ResourceId)
            .Where(policy => request.ScalableDimension is null || policy.ScalableDimension == request.ScalableDimension)
            .Where(policy => request.PolicyNames is not { Count: > 0 } names || names.Contains(policy.PolicyName))
            .Select(policy => policy.PolicyType == PolicyRules.TargetTracking ? policy : policy with { Alarms = AlarmsOf(step, policy) });
        var page = Page.Of(wanted, policy => policy.PolicyARN, request.NextToken, PageSize(request.MaxResults));
        return new DescribeScalingPoliciesResponse { ScalingPolicies = page.Items, NextToken = page.NextToken };
    }

    /// <summary>Deletes a policy and the alarms that it made.</summary>
    internal static Outcome<DeleteScalingPolicyResponse> DeleteScalingPolicy(Step step, DeleteScalingPolicyRequest request)
    {
        var targetKey = AutoScalingState.TargetKey(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        if (step.Table(AutoScalingState.Policies).Find(PolicyRecord.KeyOf(targetKey, request.PolicyName)) is not { } record)
        {
            return new Refusal("ObjectNotFoundException", $"No scaling policy found for service namespace: {request.ServiceNamespace}, resource ID: {request.ResourceId}, scalable dimension: {request.ScalableDimension}: {request.PolicyName}");
        }

        RemovePolicy(step, targetKey, record.Policy);
        return new DeleteScalingPolicyResponse();
    }

    private static IReadOnlyList<Alarm> AlarmsOf(Step step, ScalingPolicy policy) =>
        [.. AlarmReading.Of(step, policy).Select(alarm => new Alarm { AlarmName = alarm.AlarmName!, AlarmARN = alarm.AlarmArn! })];

    private static void RemovePolicy(Step step, string targetKey, ScalingPolicy policy)
    {
        TargetTrackingAlarms.Delete(step, policy);
        step.Table(AutoScalingState.Policies).Remove(PolicyRecord.KeyOf(targetKey, policy.PolicyName));
    }
}
