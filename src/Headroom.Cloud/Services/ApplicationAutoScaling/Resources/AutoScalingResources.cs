namespace Headroom.Cloud.Services.ApplicationAutoScaling.Resources;

/// <summary>Application Auto Scaling's CloudFormation resource types.</summary>
internal static class AutoScalingResources
{
    internal static IReadOnlyList<ResourceType> All { get; } = [ScalableTargetResource.Type, ScalingPolicyResource.Type];
}
