using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>Keeps each deployment's counts in step with its tasks, and has the scheduler look when they change.</summary>
internal static class ServiceCounts
{
    internal static void Follow(Step step, TaskRecord? from, TaskRecord to)
    {
        var services = step.Table(EcsState.Services);
        var change = (Pending: Pending(to) - Pending(from), Running: Running(to) - Running(from), Serving: Serving(to) - Serving(from));
        if (change == (0, 0, 0) || services.Find(ServiceRecord.KeyOf(to.Cluster, to.Service)) is not { } service)
        {
            return;
        }

        services.Put(service.Key, service.With(to.StartedBy!, deployment => deployment with
        {
            Pending = deployment.Pending + change.Pending,
            Running = deployment.Running + change.Running,
            Serving = deployment.Serving + change.Serving,
            HasRun = deployment.HasRun || change.Running > 0,
            FailuresInARow = change.Running > 0 ? 0 : deployment.FailuresInARow,
            RetryAt = change.Running > 0 ? null : deployment.RetryAt,
        }));
        if (change.Running != 0 || change.Serving != 0)
        {
            EcsEvents.CapacityChanged(step, services.Get(service.Key));
        }

        if (from is not null)
        {
            // Within the step, but after whatever is stopping or starting these tasks has finished with the service.
            step.WakeAt(EcsService.Name, EcsDynamics.ServiceWake(service.Key), step.Now);
        }
    }

    private static int Pending(TaskRecord? task) => task is not null && TaskStatuses.IsStarting(task.LastStatus) ? 1 : 0;

    private static int Running(TaskRecord? task) => task?.LastStatus == TaskStatuses.Running ? 1 : 0;

    private static int Serving(TaskRecord? task) => task is { LastStatus: TaskStatuses.Running, Serving: true } ? 1 : 0;
}
