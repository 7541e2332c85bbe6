using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.ApplicationAutoScaling;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>What Application Auto Scaling scales of a service.</summary>
internal static class ScalableTargets
{
    /// <summary>Deregisters the service's target, if it has one.</summary>
    internal static void Deregister(Step step, ServiceRecord service)
    {
        var request = new DeregisterScalableTargetRequest
        {
            ServiceNamespace = AutoScalingNames.Ecs,
            ScalableDimension = AutoScalingNames.DesiredCount,
            ResourceId = AutoScalingNames.ResourceId(service.Cluster, service.Name),
        };
        if (step.CallAs<DeregisterScalableTargetRequest, DeregisterScalableTargetResponse>(EcsNames.ServiceLinkedRole(step), AutoScalingService.Name, "DeregisterScalableTarget", request)
            is Outcome<DeregisterScalableTargetResponse>.Refused { Refusal: { Code: not "ObjectNotFoundException" } refusal })
        {
            throw new InvalidOperationException($"The scalable target of {service.Key} cannot be deregistered: {refusal.Message}");
        }
    }
}
