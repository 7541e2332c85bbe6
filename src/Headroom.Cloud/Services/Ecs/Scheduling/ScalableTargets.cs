using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>What Application Auto Scaling scales of a service.</summary>
internal static class ScalableTargets
{
    private const string Dimension = "ecs:service:DesiredCount";

    /// <summary>Deregisters the service's target, if it has one.</summary>
    internal static void Deregister(Step step, ServiceRecord service)
    {
        var request = new DeregisterScalableTargetRequest { ServiceNamespace = "ecs", ScalableDimension = Dimension, ResourceId = $"service/{service.Cluster}/{service.Name}" };
        if (step.CallAs<DeregisterScalableTargetRequest, DeregisterScalableTargetResponse>(EcsNames.ServiceLinkedRole(step), "application-autoscaling", "DeregisterScalableTarget", request)
            is Outcome<DeregisterScalableTargetResponse>.Refused { Refusal: { Code: not "ObjectNotFoundException" } refusal })
        {
            throw new InvalidOperationException($"The scalable target of {service.Key} cannot be deregistered: {refusal.Message}");
        }
    }
}
