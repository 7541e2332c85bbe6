using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Scheduling;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

internal static partial class EcsOperations
{
    private const int DefaultProtectionMinutes = 120;
    private const int LongestProtectionMinutes = 2880;

    /// <summary>Keeps tasks of a service from being stopped by scale-in or a deployment, for 1 to 2,880 minutes (default 120), or no longer.</summary>
    internal static Outcome<UpdateTaskProtectionResponse> UpdateTaskProtection(Step step, UpdateTaskProtectionRequest request)
    {
        var minutes = request.ExpiresInMinutes ?? DefaultProtectionMinutes;
        if (minutes is < 1 or > LongestProtectionMinutes)
        {
            return new Refusal("InvalidParameterException", "expiresInMinutes must be between 1 and 2880.");
        }

        DateTimeOffset? until = request.ProtectionEnabled ? step.Now.AddMinutes(minutes) : null;
        var (known, failures) = ServiceTasks(step, EcsNames.Cluster(request.Cluster), request.Tasks);
        foreach (var task in known)
        {
            step.Table(EcsState.Tasks).Put(task.Key, task with { ProtectedUntil = until });
        }

        foreach (var service in known.Select(task => ServiceRecord.KeyOf(task.Cluster, task.Service)).Distinct(StringComparer.Ordinal))
        {
            ServiceScheduler.Reconcile(step, service);
        }

        return new UpdateTaskProtectionResponse { ProtectedTasks = [.. known.Select(task => Protection(step, task with { ProtectedUntil = until }))], Failures = failures };
    }

    /// <summary>Which tasks are protected, and until when.</summary>
    internal static Outcome<GetTaskProtectionResponse> GetTaskProtection(Step step, GetTaskProtectionRequest request)
    {
        var (known, failures) = ServiceTasks(step, EcsNames.Cluster(request.Cluster), request.Tasks ?? []);
        return new GetTaskProtectionResponse { ProtectedTasks = [.. known.Select(task => Protection(step, task))], Failures = failures };
    }

    private static ProtectedTask Protection(Step step, TaskRecord task)
    {
        var until = task.ProtectedUntil > step.Now ? task.ProtectedUntil : null;
        return new() { TaskArn = EcsNames.TaskArn(step.Settings, task.Cluster, task.Id), ProtectionEnabled = until is not null, ExpirationDate = until };
    }

    // Only tasks of services can be protected, and only while they are meant to run.
    private static (List<TaskRecord> Known, IReadOnlyList<Failure> Failures) ServiceTasks(Step step, string cluster, IReadOnlyList<string> named)
    {
        var known = new List<TaskRecord>();
        var failures = new List<Failure>();
        foreach (var name in named)
        {
            switch (FindTask(step, cluster, name))
            {
                case null:
                    failures.Add(Missing(EcsNames.TaskArn(step.Settings, cluster, EcsNames.LastPart(name))));
                    break;
                case { Service: "" } or { DesiredStatus: TaskStatuses.Stopped }:
                    failures.Add(new() { Arn = EcsNames.TaskArn(step.Settings, cluster, EcsNames.LastPart(name)), Reason = "TASK_NOT_VALID" });
                    break;
                case { } task:
                    known.Add(task);
                    break;
            }
        }

        return (known, failures);
    }
}
