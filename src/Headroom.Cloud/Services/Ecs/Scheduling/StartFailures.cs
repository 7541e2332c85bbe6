using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>
/// What repeated failures to start lead to: growing pauses
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html) and, where it is enabled, the circuit breaker
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html). A new deployment starts afresh.
/// </summary>
internal static class StartFailures
{
    private const int FreeAttempts = 3;
    private const int LeastThreshold = 3;
    private const int MostThreshold = 200;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>Failures after which the circuit breaks: half of the desired count, rounded up, at least 3 and at most 200.</summary>
    internal static int Threshold(int desiredCount) => Math.Clamp((desiredCount + 1) / 2, LeastThreshold, MostThreshold);

    /// <summary>How long nothing is launched after so many failures in a row: doubling from the fourth on, up to 15 minutes.</summary>
    internal static TimeSpan Pause(int failuresInARow) =>
        failuresInARow <= FreeAttempts ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(20, failuresInARow - FreeAttempts - 1)));

    /// <summary>A task of the deployment stopped before it ran.</summary>
    internal static void Note(Step step, TaskRecord task)
    {
        var services = step.Table(EcsState.Services);
        var key = ServiceRecord.KeyOf(task.Cluster, task.Service);
        if (services.Find(key) is not { } service || service.Primary.Id != task.StartedBy)
        {
            return;
        }

        var failures = service.Primary.FailuresInARow + 1;
        var pause = Pause(failures);
        services.Put(key, service.With(service.Primary.Id, deployment => deployment with
        {
            FailedTasks = deployment.FailedTasks + 1,
            FailuresInARow = failures,
            RetryAt = pause > TimeSpan.Zero ? step.Now + pause : null,
            UpdatedAt = step.Now,
        }));
        if (pause > TimeSpan.Zero && ServiceMessages.SayOnce(step, key, "is unable to consistently start tasks successfully. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide."))
        {
            EcsEvents.ServiceAction(step, key, "WARN", "SERVICE_TASK_START_IMPAIRED");
        }

        if (!services.Get(key).Primary.HasRun)
        {
            BreakCircuit(step, services.Get(key));
        }
    }

    /// <summary>A running task of the deployment was stopped as it failed its health checks: no pause follows, but the circuit may break.</summary>
    internal static void NoteUnhealthy(Step step, TaskRecord task)
    {
        var services = step.Table(EcsState.Services);
        var key = ServiceRecord.KeyOf(task.Cluster, task.Service);
        if (services.Find(key) is { } service && service.Primary is { RolloutState: "IN_PROGRESS" } primary && primary.Id == task.StartedBy)
        {
            services.Put(key, service.With(primary.Id, deployment => deployment with { FailedTasks = deployment.FailedTasks + 1, UpdatedAt = step.Now }));
            BreakCircuit(step, services.Get(key));
        }
    }

    // Its first stage counts tasks that stop before they run, until one has run; its second those that fail their health checks.
    private static void BreakCircuit(Step step, ServiceRecord service)
    {
        if (service.Settings.DeploymentConfiguration?.DeploymentCircuitBreaker is not { Enable: true } breaker
            || service.Primary is not { RolloutState: "IN_PROGRESS" } primary
            || primary.FailedTasks < Threshold(service.DesiredCount))
        {
            return;
        }

        const string reason = "ECS deployment circuit breaker: tasks failed to start.";
        var failed = service.With(primary.Id, deployment => deployment with { RolloutState = "FAILED", RolloutStateReason = reason, UpdatedAt = step.Now });
        step.Table(EcsState.Services).Put(service.Key, failed);
        EcsEvents.DeploymentFailed(step, service.Key);
        if (breaker.Rollback && service.Deployments.Skip(1).FirstOrDefault(deployment => deployment.RolloutState == "COMPLETED") is { } last)
        {
            Deployments.RollBack(step, service.Key, last);
        }
    }
}
