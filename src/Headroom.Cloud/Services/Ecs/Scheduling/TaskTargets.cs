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

    /// <summary>Registers the task; when the last target group will call it healthy, or null without target groups.</summary>
    internal static DateTimeOffset? Register(Step step, TaskRecord task)
    {
        DateTimeOffset? healthyAt = null;
        foreach (var group in Groups(step, task))
        {
            Call<RegisterTargetsRequest, RegisterTargetsResponse>(step, "RegisterTargets", new() { TargetGroupArn = group.TargetGroupArn!, Targets = [Target(task, group)] });
            var at = TargetHealthTimes.HealthyAt(step, group.TargetGroupArn!, task.PrivateIp, group.ContainerPort);
            healthyAt = at is { } && (healthyAt is null || at > healthyAt) ? at : healthyAt;
            EcsEvents.TargetRegistered(step, task, group.TargetGroupArn!);
        }

        return healthyAt;
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
