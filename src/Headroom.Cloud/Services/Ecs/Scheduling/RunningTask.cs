using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>
/// What happens to a running task: its targets become healthy and it gets requests; they fail their health checks and it gets none; past the
/// health check grace period the scheduler replaces it; an essential container exits.
/// </summary>
internal static class RunningTask
{
    /// <summary>A task's containers run: it is registered with its target groups.</summary>
    internal static void Begin(Step step, TaskRecord task)
    {
        var behaviour = TaskBehaviour.Of(TaskDefinitions.Get(step, task.TaskDefinition));
        var running = task with { LastStatus = TaskStatuses.Running, StartedAt = step.Now, ExitsAt = step.Now + behaviour.ExitsAfter };
        running = TaskTargets.Register(step, running, behaviour.SilentAfter);
        TaskLifecycle.Enter(step, task, running);
        Wake(step, running);
    }

    /// <summary>Something of the above is due.</summary>
    internal static void Advance(Step step, TaskRecord task)
    {
        if (task.ExitsAt <= step.Now)
        {
            TaskLifecycle.Stop(step, task, "EssentialContainerExited", "Essential container in task exited");
        }
        else if (ReplacedAt(step, task) <= step.Now && TaskTargets.Failing(step, task) is { } failing)
        {
            EcsEvents.TargetUnhealthy(step, task, failing);
            EcsEvents.TasksStopped(step, ServiceRecord.KeyOf(task.Cluster, task.Service), [task]);
            TaskLifecycle.Stop(step, task, "ServiceSchedulerInitiated", $"Task failed ELB health checks in (target-group {failing.TargetGroupArn})");
            StartFailures.NoteUnhealthy(step, task);
        }
        else
        {
            var changed = task with { Serving = !(task.UnhealthyAt <= step.Now) && (task.HealthyAt is { } healthyAt ? healthyAt <= step.Now : task.UnhealthyAt is null) };
            TaskLifecycle.Enter(step, task, changed);
            Wake(step, changed);
        }
    }

    private static void Wake(Step step, TaskRecord task)
    {
        DateTimeOffset?[] changes = [task.HealthyAt, task.UnhealthyAt, ReplacedAt(step, task), task.ExitsAt];
        if (changes.Where(at => at > step.Now).Min() is { } next)
        {
            TaskLifecycle.Wake(step, task, next);
        }
    }

    private static DateTimeOffset? ReplacedAt(Step step, TaskRecord task) =>
        task.UnhealthyAt is { } unhealthyAt && TaskTargets.GraceEnd(step, task, task.StartedAt!.Value) is var graceEnd
            ? unhealthyAt > graceEnd ? unhealthyAt : graceEnd
            : null;
}
