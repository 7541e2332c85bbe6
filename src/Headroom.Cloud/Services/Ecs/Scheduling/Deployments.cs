using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>Begins deployments.</summary>
internal static class Deployments
{
    internal static DeploymentRecord New(Step step, string taskDefinition, NetworkConfiguration? network)
    {
        var id = $"ecs-svc/{step.Ids.NextBits() % 10_000_000_000_000_000_000UL:D19}";
        return new()
        {
            Id = id,
            TaskDefinition = taskDefinition,
            CreatedAt = step.Now,
            UpdatedAt = step.Now,
            RolloutState = "IN_PROGRESS",
            RolloutStateReason = $"ECS deployment {id} in progress.",
            NetworkConfiguration = network,
        };
    }

    /// <summary>Deploys again what a completed deployment ran; its tasks that still run are taken over.</summary>
    internal static void RollBack(Step step, string serviceKey, DeploymentRecord completed)
    {
        var services = step.Table(EcsState.Services);
        var service = services.Get(serviceKey);
        var again = completed with
        {
            RolloutState = "IN_PROGRESS",
            RolloutStateReason = $"ECS deployment circuit breaker: rolling back to deploymentId {completed.Id}.",
            UpdatedAt = step.Now,
            FailedTasks = 0,
            FailuresInARow = 0,
            RetryAt = null,
        };
        services.Put(serviceKey, service with { Deployments = [again, .. service.Deployments.Where(deployment => deployment.Id != completed.Id)] });
        ServiceMessages.Say(step, serviceKey, $"rolling back to deployment {completed.Id}.");
        EcsEvents.DeploymentStarted(step, serviceKey);
    }
}
