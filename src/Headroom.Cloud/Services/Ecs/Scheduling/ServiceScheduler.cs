using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>Brings a service's tasks to its desired count, as fast as the launch rates and its deployment's percents allow.</summary>
internal static class ServiceScheduler
{
    /// <summary>Looks at one service and starts or stops what is due now; asks to be woken where a rate holds it back.</summary>
    internal static void Reconcile(Step step, string serviceKey)
    {
        if (step.Table(EcsState.Services).Find(serviceKey) is not { } service || service.Status == "INACTIVE")
        {
            return;
        }

        if (service.Primary.RolloutState == "FAILED")
        {
            StopSurplus(step, service, service.Running + service.Pending - service.DesiredCount, _ => true);
            Progress.Note(step, serviceKey);
            return;
        }

        var (maximum, minimum) = Percents(service);
        var old = service.Deployments.Skip(1).ToList();
        var plan = Rollout.Plan(
            service.DesiredCount, minimum, maximum, service.Primary.Alive, service.Primary.Serving, old.Sum(d => d.Running), old.Sum(d => d.Serving));
        StopOld(step, service, plan.StopOld);
        StopSurplus(step, service, plan.StopSurplus, task => task.StartedBy == service.Primary.Id);
        Launch(step, service, plan.Launch);
        Progress.Note(step, serviceKey);
    }

    private static (int Maximum, int Minimum) Percents(ServiceRecord service)
    {
        var configuration = service.Settings.DeploymentConfiguration;
        return (configuration?.MaximumPercent ?? 200, configuration?.MinimumHealthyPercent ?? 100);
    }

    private static void Launch(Step step, ServiceRecord service, int wanted)
    {
        if (wanted == 0 || !IsFargate(service))
        {
            return;
        }

        if (service.Primary.RetryAt is { } retryAt && retryAt > step.Now)
        {
            step.WakeAt(EcsService.Name, EcsDynamics.ServiceWake(service.Key), retryAt);
            return;
        }

        var (allowed, reason) = LaunchBudget.Take(step, service, wanted);
        if (allowed > 0)
        {
            var tasks = Enumerable.Range(0, allowed).Select(_ => TaskLaunch.ForService(step, service)).ToList();
            EcsEvents.TasksStarted(step, service.Key, tasks);
        }

        if (allowed < wanted)
        {
            if (reason is not null)
            {
                EcsEvents.UnableToPlace(step, service.Key, reason);
            }

            step.WakeAt(EcsService.Name, EcsDynamics.ServiceWake(service.Key), step.Now + (reason is null ? LaunchRates.Round : LaunchRates.Patience));
        }
    }

    private static bool IsFargate(ServiceRecord service) =>
        service.Settings.LaunchType == "FARGATE" || (service.Settings.CapacityProviderStrategy ?? []).Any(item => item.CapacityProvider.StartsWith("FARGATE", StringComparison.Ordinal));

    private static void StopOld(Step step, ServiceRecord service, int running)
    {
        if (service.Deployments.Length == 1)
        {
            return;
        }

        var old = Alive(step, service).Where(task => task.StartedBy != service.Primary.Id).ToList();
        var starting = old.Where(task => task.LastStatus != TaskStatuses.Running).ToList();
        var chosen = ScaleInOrder.Choose(old.Where(task => task.LastStatus == TaskStatuses.Running), running, step.Now);
        Stop(step, service, [.. starting, .. chosen]);
    }

    private static void StopSurplus(Step step, ServiceRecord service, int count, Func<TaskRecord, bool> among)
    {
        if (count <= 0)
        {
            return;
        }

        var chosen = ScaleInOrder.Choose(Alive(step, service).Where(among), count, step.Now);
        Stop(step, service, chosen);
        if (chosen.Count < count)
        {
            EcsEvents.ProtectedTasksInTheWay(step, service.Key);
            WakeWhenProtectionEnds(step, service);
        }
    }

    private static void WakeWhenProtectionEnds(Step step, ServiceRecord service)
    {
        if (Alive(step, service).Select(task => task.ProtectedUntil).Where(until => until > step.Now).Min() is { } first)
        {
            step.WakeAt(EcsService.Name, EcsDynamics.ServiceWake(service.Key), first);
        }
    }

    private static void Stop(Step step, ServiceRecord service, IReadOnlyList<TaskRecord> tasks)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        EcsEvents.TasksStopped(step, service.Key, tasks);
        foreach (var task in tasks)
        {
            TaskLifecycle.Stop(step, task, "ServiceSchedulerInitiated", $"Scaling activity initiated by (deployment {service.Primary.Id})");
        }
    }

    private static IEnumerable<TaskRecord> Alive(Step step, ServiceRecord service) =>
        step.Table(EcsState.Tasks).WithPrefix(service.Key + '/').Where(task => task.DesiredStatus == TaskStatuses.Running);
}
