using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.ApplicationAutoScaling.Resources;
using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Operations = Headroom.Cloud.Services.ApplicationAutoScaling.AutoScalingOperations;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>Application Auto Scaling of ECS services.</summary>
public static class AutoScalingService
{
    internal const string Name = "application-autoscaling";

    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(Name,
    [
        Operation.Of<RegisterScalableTargetRequest, RegisterScalableTargetResponse>("RegisterScalableTarget", Operations.RegisterScalableTarget, (step, r) => Target(step, r.ServiceNamespace, r.ResourceId, r.ScalableDimension)),
        Operation.Of<DescribeScalableTargetsRequest, DescribeScalableTargetsResponse>("DescribeScalableTargets", Operations.DescribeScalableTargets),
        Operation.Of<DeregisterScalableTargetRequest, DeregisterScalableTargetResponse>("DeregisterScalableTarget", Operations.DeregisterScalableTarget, (step, r) => Target(step, r.ServiceNamespace, r.ResourceId, r.ScalableDimension)),
        Operation.Of<PutScalingPolicyRequest, PutScalingPolicyResponse>("PutScalingPolicy", Operations.PutScalingPolicy, (step, r) => Target(step, r.ServiceNamespace, r.ResourceId, r.ScalableDimension)),
        Operation.Of<DescribeScalingPoliciesRequest, DescribeScalingPoliciesResponse>("DescribeScalingPolicies", Operations.DescribeScalingPolicies),
        Operation.Of<DeleteScalingPolicyRequest, DeleteScalingPolicyResponse>("DeleteScalingPolicy", Operations.DeleteScalingPolicy, (step, r) => Target(step, r.ServiceNamespace, r.ResourceId, r.ScalableDimension)),
        Operation.Of<PutScheduledActionRequest, PutScheduledActionResponse>("PutScheduledAction", Operations.PutScheduledAction, (step, r) => Target(step, r.ServiceNamespace, r.ResourceId, r.ScalableDimension)),
        Operation.Of<DescribeScheduledActionsRequest, DescribeScheduledActionsResponse>("DescribeScheduledActions", Operations.DescribeScheduledActions),
        Operation.Of<DeleteScheduledActionRequest, DeleteScheduledActionResponse>("DeleteScheduledAction", Operations.DeleteScheduledAction, (step, r) => Target(step, r.ServiceNamespace, r.ResourceId, r.ScalableDimension)),
        Operation.Of<DescribeScalingActivitiesRequest, DescribeScalingActivitiesResponse>("DescribeScalingActivities", Operations.DescribeScalingActivities),
        Operation.Of<TagResourceRequest, TagResourceResponse>("TagResource", Operations.TagResource, (_, r) => r.ResourceARN),
        Operation.Of<UntagResourceRequest, UntagResourceResponse>("UntagResource", Operations.UntagResource, (_, r) => r.ResourceARN),
        Operation.Of<ListTagsForResourceRequest, ListTagsForResourceResponse>("ListTagsForResource", Operations.ListTagsForResource, (_, r) => r.ResourceARN),
    ])
    {
        UnknownToken = _ => new("InvalidNextTokenException", "The next token is invalid."),
        ResourceTypes = AutoScalingResources.All,
        Woken = AutoScalingDynamics.Woken,
        Heard = AutoScalingDynamics.Heard,
    };

    // A target that is not registered yet has no id to name: only policies on all targets let it be made.
    private static string Target(Step step, string serviceNamespace, string resourceId, string dimension) =>
        step.Table(AutoScalingState.Targets).Find(AutoScalingState.TargetKey(serviceNamespace, resourceId, dimension))?.ScalableTargetARN
        ?? AutoScalingNames.TargetArn(step.Settings, "*");
}
