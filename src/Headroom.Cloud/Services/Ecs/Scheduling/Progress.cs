using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>Notices that a deployment is complete, that a service is steady, and that a deleted one is gone.</summary>
internal static class Progress
{
    internal static void Note(Step step, string serviceKey)
    {
        ForgetReplaced(step, serviceKey);
        var service = step.Table(EcsState.Services).Get(serviceKey);
        if (service.Status == "DRAINING")
        {
            Retire(step, service);
            return;
        }

        var settled = service.Deployments.Length == 1 && service.Primary.Running == service.DesiredCount && service.Primary.Pending == 0;
        var steady = settled && service.Primary.Serving == service.DesiredCount;
        if (steady && service.Primary.RolloutState == "IN_PROGRESS")
        {
            Complete(step, service);
        }

        if (steady != service.Steady)
        {
            step.Table(EcsState.Services).Put(serviceKey, step.Table(EcsState.Services).Get(serviceKey) with { Steady = steady });
            if (steady)
            {
                EcsEvents.SteadyState(step, serviceKey);
            }
        }
    }

    private static void ForgetReplaced(Step step, string serviceKey)
    {
        var service = step.Table(EcsState.Services).Get(serviceKey);
        if (service.Deployments.Skip(1).Any(deployment => deployment.Alive == 0))
        {
            step.Table(EcsState.Services).Put(serviceKey, service with
            {
                Deployments = [service.Primary, .. service.Deployments.Skip(1).Where(deployment => deployment.Alive > 0)],
            });
        }
    }

    private static void Complete(Step step, ServiceRecord service)
    {
        step.Table(EcsState.Services).Put(service.Key, service.With(service.Primary.Id, deployment => deployment with
        {
            RolloutState = "COMPLETED",
            RolloutStateReason = $"ECS deployment {deployment.Id} completed.",
            UpdatedAt = step.Now,
        }));
        EcsEvents.DeploymentCompleted(step, service.Key);
    }

    // Deleted, it stays DRAINING until the containers of its last task stop, which they do once the task's connections are drained.
    private static void Retire(Step step, ServiceRecord service)
    {
        if (service.Running + service.Pending == 0 && step.Table(EcsState.Tasks).WithPrefix(service.Key + '/').All(task => task.LastStatus != TaskStatuses.Deactivating))
        {
            step.Table(EcsState.Services).Put(service.Key, service with { Status = "INACTIVE" });
        }
    }
}
