using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.ElasticLoadBalancing;
using Headroom.Wire.Shapes.Elbv2;
using LoadBalancer = Headroom.Wire.Shapes.Ecs.LoadBalancer;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>A task's targets in its service's target groups.</summary>
internal static class TaskTargets
{
    /// <summary>Several target groups, or service discovery, make a task pass through ACTIVATING.</summary>
    internal static bool NeedsActivating(Step step, TaskRecord task) =>
        Groups(step, task).Count > 1 || Service(step, task)?.Settings.ServiceRegistries is { Count: > 0 };

    /// <summary>Registers a task that has begun to run; the task, with what its target groups' health checks will say of it.</summary>
    internal static TaskRecord Register(Step step, TaskRecord task, TimeSpan? silentAfter)
    {
        var (groups, health) = (Groups(step, task), new List<(DateTimeOffset? HealthyAt, DateTimeOffset? UnhealthyAt)>());
        foreach (var group in groups)
        {
            Call<RegisterTargetsRequest, RegisterTargetsResponse>(step, "RegisterTargets", new() { TargetGroupArn = group.TargetGroupArn!, Targets = [Target(task, group)] });
            if (silentAfter is { } after)
            {
                TargetHealthTimes.Silence(step, group.TargetGroupArn!, task.PrivateIp, group.ContainerPort, step.Now + after);
            }

            health.Add((
                TargetHealthTimes.HealthyAt(step, group.TargetGroupArn!, task.PrivateIp, group.ContainerPort),
                TargetHealthTimes.UnhealthyAt(step, group.TargetGroupArn!, task.PrivateIp, group.ContainerPort)));
            EcsEvents.TargetRegistered(step, task, group.TargetGroupArn!);
        }

        return task with
        {
            HealthyAt = health.Max(one => one.HealthyAt),
            UnhealthyAt = health.Min(one => one.UnhealthyAt),
            Serving = health.TrueForAll(one => one is (null, null)),
        };
    }

    /// <summary>Deregisters the task; when its connections are drained, or null without target groups.</summary>
    internal static DateTimeOffset? Drain(Step step, TaskRecord task)
    {
        DateTimeOffset? drainedAt = null;
        foreach (var group in Groups(step, task))
        {
            Call<DeregisterTargetsRequest, DeregisterTargetsResponse>(step, "DeregisterTargets", new() { TargetGroupArn = group.TargetGroupArn!, Targets = [Target(task, group)] });
            var at = step.Now + TargetHealthTimes.DeregistrationDelay(step, group.TargetGroupArn!);
            drainedAt = drainedAt is null || at > drainedAt ? at : drainedAt;
            EcsEvents.TargetDeregistered(step, task, group.TargetGroupArn!);
        }

        return drainedAt;
    }

    /// <summary>The target group, and its port, that calls the task unhealthy; null where none does by now.</summary>
    internal static LoadBalancer? Failing(Step step, TaskRecord task) => Groups(step, task).Find(group =>
        TargetHealthTimes.UnhealthyAt(step, group.TargetGroupArn!, task.PrivateIp, group.ContainerPort) <= step.Now);

    /// <summary>Until when the scheduler overlooks failed health checks of a task that began to run at <paramref name="startedAt"/>.</summary>
    internal static DateTimeOffset GraceEnd(Step step, TaskRecord task, DateTimeOffset startedAt) =>
        startedAt.AddSeconds(Service(step, task)?.Settings.HealthCheckGracePeriodSeconds ?? 0);

    private static List<LoadBalancer> Groups(Step step, TaskRecord task) =>
        (Service(step, task)?.Settings.LoadBalancers ?? []).Where(group => group.TargetGroupArn is not null).ToList();

    private static ServiceRecord? Service(Step step, TaskRecord task) =>
        step.Table(EcsState.Services).Find(ServiceRecord.KeyOf(task.Cluster, task.Service));

    private static TargetDescription Target(TaskRecord task, LoadBalancer group) => new() { Id = task.PrivateIp, Port = group.ContainerPort, AvailabilityZone = task.AvailabilityZone };

    // A target group that was deleted under the service: the task runs without it, and the service's events say so.
    private static void Call<TRequest, TResponse>(Step step, string operation, TRequest request)
    {
        if (step.CallAs<TRequest, TResponse>(EcsNames.ServiceLinkedRole(step), "elbv2", operation, request) is Outcome<TResponse>.Refused refused)
        {
            step.Emit(EcsService.Name, "Target Registration Failed", [], new() { ["operation"] = operation, ["reason"] = refused.Refusal.Message });
        }
    }
}
