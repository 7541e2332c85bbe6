using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>What Application Auto Scaling refuses of targets, in its words.</summary>
internal static class TargetRules
{
    /// <summary>Null for a dimension that the embedded cloud can scale.</summary>
    internal static Refusal? RefuseDimension(string serviceNamespace, string resourceId, string? dimension) => (serviceNamespace, dimension) switch
    {
        (AutoScalingNames.Ecs, AutoScalingNames.DesiredCount) when AutoScalingNames.Service(resourceId) is not null => null,
        (AutoScalingNames.Ecs, AutoScalingNames.DesiredCount) => Invalid($"Unsupported service namespace, resource type or scalable dimension: {resourceId}"),
        _ => Invalid($"Unsupported service namespace, resource type or scalable dimension: {serviceNamespace} {resourceId} {dimension}. The embedded cloud scales ECS services."),
    };

    /// <summary>Null where Min and Max make sense; <paramref name="old"/> is null for a new target, which needs both.</summary>
    internal static Refusal? RefuseCapacity(ScalableTarget? old, int? minimum, int? maximum) => (old, minimum, maximum) switch
    {
        (null, null, _) => Invalid("Min capacity must be specified while registering a new scalable target"),
        (null, _, null) => Invalid("Max capacity must be specified while registering a new scalable target"),
        (_, < 0, _) => Invalid("Minimum capacity must be greater than or equal to 0"),
        (_, _, < 0) => Invalid("Maximum capacity must be greater than or equal to 0"),
        _ when (minimum ?? old!.MinCapacity) > (maximum ?? old!.MaxCapacity) => Invalid("Maximum capacity cannot be less than minimum capacity"),
        _ => null,
    };

    internal static Refusal Invalid(string message) => new("ValidationException", message);

    internal static Refusal NoTarget(string serviceNamespace, string resourceId, string? dimension) => new(
        "ObjectNotFoundException",
        $"No scalable target found for service namespace: {serviceNamespace}, resource ID: {resourceId}, scalable dimension: {dimension}");
}
