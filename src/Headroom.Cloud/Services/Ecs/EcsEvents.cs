using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>
/// What happens in ECS that others hear: in a service's own messages, and on EventBridge
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html).
/// </summary>
internal static class EcsEvents
{
    /// <summary>What the log, traffic and metrics hear of a service: its counts. AWS publishes no such event.</summary>
    internal const string CapacityChange = "Service Capacity Change";

    /// <summary>EventBridge's detail-type of a deployment's progress.</summary>
    internal const string DeploymentStateChange = "ECS Deployment State Change";

    private const string Source = "aws.ecs";

    internal static void TasksStarted(Step step, string serviceKey, IReadOnlyList<TaskRecord> tasks) =>
        ServiceMessages.Say(step, serviceKey, $"has started {tasks.Count} tasks: {Ids(tasks)}.");

    internal static void TasksStopped(Step step, string serviceKey, IReadOnlyList<TaskRecord> tasks) =>
        ServiceMessages.Say(step, serviceKey, $"has stopped {tasks.Count} running tasks: {Ids(tasks)}.");

    internal static void TargetRegistered(Step step, TaskRecord task, string targetGroupArn) =>
        ServiceMessages.Say(step, ServiceRecord.KeyOf(task.Cluster, task.Service), $"registered 1 targets in (target-group {targetGroupArn})");

    internal static void TargetUnhealthy(Step step, TaskRecord task, LoadBalancer group) =>
        ServiceMessages.Quote(
            step,
            ServiceRecord.KeyOf(task.Cluster, task.Service),
            $"(service {task.Service}) (task {task.Id}) (port {group.ContainerPort}) is unhealthy in (target-group {group.TargetGroupArn}) due to (reason Request timed out).");

    internal static void TargetDeregistered(Step step, TaskRecord task, string targetGroupArn)
    {
        ServiceMessages.Say(step, ServiceRecord.KeyOf(task.Cluster, task.Service), "has begun draining connections on 1 tasks.");
        ServiceMessages.Say(step, ServiceRecord.KeyOf(task.Cluster, task.Service), $"deregistered 1 targets in (target-group {targetGroupArn})");
    }

    internal static void SteadyState(Step step, string serviceKey)
    {
        ServiceMessages.Say(step, serviceKey, "has reached a steady state.");
        ServiceAction(step, serviceKey, "INFO", "SERVICE_STEADY_STATE");
    }

    internal static void DeploymentStarted(Step step, string serviceKey)
    {
        DeploymentHistory.Started(step, step.Table(EcsState.Services).Get(serviceKey));
        DeploymentChanged(step, serviceKey, "SERVICE_DEPLOYMENT_IN_PROGRESS");
    }

    internal static void DeploymentCompleted(Step step, string serviceKey)
    {
        var service = step.Table(EcsState.Services).Get(serviceKey);
        DeploymentHistory.Ended(step, service, "SUCCESSFUL", null);
        ServiceMessages.Say(step, serviceKey, $"(deployment {service.Primary.Id}) deployment completed.");
        DeploymentChanged(step, serviceKey, "SERVICE_DEPLOYMENT_COMPLETED");
    }

    internal static void DeploymentFailed(Step step, string serviceKey)
    {
        var service = step.Table(EcsState.Services).Get(serviceKey);
        DeploymentHistory.Ended(step, service, "STOPPED", service.Primary.RolloutStateReason);
        ServiceMessages.Say(step, serviceKey, $"(deployment {service.Primary.Id}) deployment failed: tasks failed to start.");
        DeploymentChanged(step, serviceKey, "SERVICE_DEPLOYMENT_FAILED");
    }

    internal static void UnableToPlace(Step step, string serviceKey, string reason)
    {
        if (ServiceMessages.SayOnce(step, serviceKey, $"was unable to place a task. Reason: {reason}"))
        {
            ServiceAction(step, serviceKey, "ERROR", "SERVICE_TASK_PLACEMENT_FAILURE", "RESOURCE:FARGATE");
        }
    }

    internal static void ProtectedTasksInTheWay(Step step, string serviceKey) =>
        ServiceMessages.SayOnce(step, serviceKey, "was unable to scale in due to the number of protected tasks being more than the desired count.");

    /// <summary>The desired count or the counts of running tasks changed.</summary>
    internal static void CapacityChanged(Step step, ServiceRecord service)
    {
        var (cpuUnits, memoryMiB) = FargateSizes.Of(TaskDefinitions.Get(step, service.Primary.TaskDefinition));
        step.Emit(EcsService.Name, CapacityChange, [EcsNames.ServiceArn(step.Settings, service.Cluster, service.Name)], new()
        {
            ["cluster"] = service.Cluster,
            ["service"] = service.Name,
            ["desiredCount"] = service.DesiredCount,
            ["runningCount"] = service.Running,
            ["pendingCount"] = service.Pending,
            ["servingCount"] = service.Serving,
            ["cpuUnits"] = cpuUnits,
            ["memoryMiB"] = memoryMiB,
            ["targetGroups"] = new JsonArray([.. (service.Settings.LoadBalancers ?? []).Select(group => group.TargetGroupArn).OfType<string>().Select(arn => JsonValue.Create(arn))]),
        });
    }

    internal static void TaskStateChanged(Step step, TaskRecord task)
    {
        var arn = EcsNames.TaskArn(step.Settings, task.Cluster, task.Id);
        var detail = new JsonObject
        {
            ["taskArn"] = arn,
            ["clusterArn"] = EcsNames.ClusterArn(step.Settings, task.Cluster),
            ["taskDefinitionArn"] = task.TaskDefinition,
            ["group"] = task.Group,
            ["startedBy"] = task.StartedBy,
            ["lastStatus"] = task.LastStatus,
            ["desiredStatus"] = task.DesiredStatus,
            ["launchType"] = "FARGATE",
            ["availabilityZone"] = task.AvailabilityZone,
            ["createdAt"] = Instants.Canonical(task.CreatedAt),
            ["updatedAt"] = Instants.Canonical(step.Now),
            ["version"] = task.Version,
        };
        if (task.StoppedReason is { } reason)
        {
            detail["stoppedReason"] = reason;
            detail["stopCode"] = task.StopCode;
        }

        step.Emit(EcsService.Name, "ECS Task State Change", [arn], detail, Source);
    }

    internal static void ServiceAction(Step step, string serviceKey, string type, string name, string? reason = null)
    {
        var service = step.Table(EcsState.Services).Get(serviceKey);
        var detail = new JsonObject
        {
            ["eventType"] = type,
            ["eventName"] = name,
            ["clusterArn"] = EcsNames.ClusterArn(step.Settings, service.Cluster),
            ["createdAt"] = Instants.Canonical(step.Now),
        };
        if (reason is not null)
        {
            detail["reason"] = reason;
        }

        step.Emit(EcsService.Name, "ECS Service Action", [EcsNames.ServiceArn(step.Settings, service.Cluster, service.Name)], detail, Source);
    }

    internal static void DeploymentChanged(Step step, string serviceKey, string name)
    {
        var service = step.Table(EcsState.Services).Get(serviceKey);
        step.Emit(EcsService.Name, DeploymentStateChange, [EcsNames.ServiceArn(step.Settings, service.Cluster, service.Name)], new()
        {
            ["eventType"] = name == "SERVICE_DEPLOYMENT_FAILED" ? "ERROR" : "INFO",
            ["eventName"] = name,
            ["deploymentId"] = service.Primary.Id,
            ["updatedAt"] = Instants.Canonical(step.Now),
            ["reason"] = service.Primary.RolloutStateReason,
        }, Source);
    }

    private static string Ids(IReadOnlyList<TaskRecord> tasks) => string.Join(' ', tasks.Select(task => $"(task {task.Id})"));
}
