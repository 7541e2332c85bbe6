using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Quotas;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>
/// A task's way from state to state. Each state says when the next is due:
/// PROVISIONING → PENDING → (ACTIVATING) → RUNNING (→ serving) → DEACTIVATING → STOPPING → DEPROVISIONING → STOPPED → forgotten.
/// </summary>
internal static class TaskLifecycle
{
    private const string FailedToStart = "TaskFailedToStart";

    /// <summary>The task's next state is due.</summary>
    internal static void Advance(Step step, string key)
    {
        if (step.Table(EcsState.Tasks).Find(key) is not { } task)
        {
            return;
        }

        switch (task.LastStatus)
        {
            case TaskStatuses.Provisioning:
                Enter(step, task, task with { LastStatus = TaskStatuses.Pending, PullStartedAt = step.Now });
                Wake(step, task, task.ReadyAt);
                break;
            case TaskStatuses.Pending when TaskBehaviour.Of(TaskDefinitions.Get(step, task.TaskDefinition)).FailsToStart:
                Stop(step, task, FailedToStart, "CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref");
                StartFailures.Note(step, task);
                break;
            case TaskStatuses.Pending when TaskTargets.NeedsActivating(step, task):
                Enter(step, task, task with { LastStatus = TaskStatuses.Activating });
                Wake(step, task, step.Now + TaskTimes.Activating(step.Ids));
                break;
            case TaskStatuses.Pending or TaskStatuses.Activating:
                RunningTask.Begin(step, task);
                break;
            case TaskStatuses.Running:
                RunningTask.Advance(step, task);
                break;
            case TaskStatuses.Deactivating:
                Shut(step, task);
                step.WakeAt(EcsService.Name, EcsDynamics.ServiceWake(ServiceRecord.KeyOf(task.Cluster, task.Service)), step.Now);
                break;
            case TaskStatuses.Stopping:
                Enter(step, task, task with { LastStatus = TaskStatuses.Deprovisioning, ExecutionStoppedAt = step.Now });
                Wake(step, task, step.Now + TaskTimes.Deprovisioning(step.Ids));
                break;
            case TaskStatuses.Deprovisioning:
                Enter(step, task, task with { LastStatus = TaskStatuses.Stopped, StoppedAt = step.Now });
                Wake(step, task, step.Now + TaskTimes.RememberStopped);
                break;
            default:
                step.Table(EcsState.Tasks).Remove(key);
                step.Table(EcsState.TaskKeys).Remove($"{task.Cluster}/{task.Id}");
                break;
        }
    }

    /// <summary>Begins to stop a task: first its targets are drained, then its containers get SIGTERM. One that stops already stays as it is.</summary>
    internal static void Stop(Step step, TaskRecord task, string code, string reason)
    {
        if (task.DesiredStatus == TaskStatuses.Stopped)
        {
            return;
        }

        var stopping = task with { DesiredStatus = TaskStatuses.Stopped, StopCode = code, StoppedReason = reason, StoppingAt = step.Now, Serving = false };
        if (task.LastStatus != TaskStatuses.Running)
        {
            Enter(step, task, stopping with { LastStatus = TaskStatuses.Deprovisioning });
            Wake(step, task, step.Now + TaskTimes.Deprovisioning(step.Ids));
        }
        else if (TaskTargets.Drain(step, task) is { } drained)
        {
            stopping = stopping with { LastStatus = TaskStatuses.Deactivating };
            Enter(step, task, stopping);
            Wake(step, task, drained);
        }
        else
        {
            Shut(step, task, stopping);
        }
    }

    /// <summary>Writes a task's new state, and what it means for its deployment's counts; says so to whoever listens.</summary>
    internal static void Enter(Step step, TaskRecord? from, TaskRecord to)
    {
        var next = from is null ? to : to with { Version = from.Version + 1 };
        step.Table(EcsState.Tasks).Put(next.Key, next);
        if (from?.LastStatus != next.LastStatus || from.DesiredStatus != next.DesiredStatus)
        {
            EcsEvents.TaskStateChanged(step, next);
        }

        if (from is null || (next.LastStatus == TaskStatuses.Deprovisioning && from.LastStatus != TaskStatuses.Deprovisioning))
        {
            var (cpuUnits, _) = FargateSizes.Of(TaskDefinitions.Get(step, next.TaskDefinition));
            FargateAccount.Use(step, from is null ? cpuUnits : -cpuUnits);
        }

        ServiceCounts.Follow(step, from, next);
    }

    private static void Shut(Step step, TaskRecord task, TaskRecord? stopping = null)
    {
        Enter(step, task, (stopping ?? task) with { LastStatus = TaskStatuses.Stopping });
        Wake(step, task, step.Now + TaskTimes.Shutdown(step.Ids, TaskDefinitions.StopTimeout(step, task.TaskDefinition)));
    }

    /// <summary>Has <see cref="Advance"/> called.</summary>
    internal static void Wake(Step step, TaskRecord task, DateTimeOffset at) => step.WakeAt(EcsService.Name, EcsDynamics.TaskWake(task.Key), at);
}
