using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;
using Task = Headroom.Wire.Shapes.Ecs.Task;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>A task in the API's form.</summary>
internal static class TaskForm
{
    internal static Task Of(Step step, TaskRecord task, bool tags)
    {
        var definition = TaskDefinitions.Get(step, task.TaskDefinition);
        return new()
        {
            TaskArn = EcsNames.TaskArn(step.Settings, task.Cluster, task.Id),
            ClusterArn = EcsNames.ClusterArn(step.Settings, task.Cluster),
            TaskDefinitionArn = task.TaskDefinition,
            Group = task.Group,
            StartedBy = task.StartedBy,
            LastStatus = task.LastStatus,
            DesiredStatus = task.DesiredStatus,
            LaunchType = "FARGATE",
            PlatformVersion = "1.4.0",
            PlatformFamily = "Linux",
            AvailabilityZone = task.AvailabilityZone,
            Cpu = definition.Cpu,
            Memory = definition.Memory,
            Connectivity = task.PullStartedAt is null ? null : "CONNECTED",
            ConnectivityAt = task.PullStartedAt,
            HealthStatus = "UNKNOWN",
            CreatedAt = task.CreatedAt,
            PullStartedAt = task.PullStartedAt,
            PullStoppedAt = task.StartedAt,
            StartedAt = task.StartedAt,
            StoppingAt = task.StoppingAt,
            ExecutionStoppedAt = task.ExecutionStoppedAt,
            StoppedAt = task.StoppedAt,
            StoppedReason = task.StoppedReason,
            StopCode = task.StopCode,
            Version = task.Version,
            Overrides = task.Overrides ?? new TaskOverride { ContainerOverrides = [], InferenceAcceleratorOverrides = [] },
            Attachments = [Interface(task)],
            Attributes = [new() { Name = "ecs.cpu-architecture", Value = "x86_64" }],
            Containers = [.. (definition.ContainerDefinitions ?? []).Select(container => Container(step, task, container))],
            Tags = tags ? task.Tags : [],
        };
    }

    private static Attachment Interface(TaskRecord task) => new()
    {
        Id = AttachmentId(task),
        Type = "ElasticNetworkInterface",
        Status = task.LastStatus switch
        {
            TaskStatuses.Provisioning => "ATTACHING",
            TaskStatuses.Deprovisioning => "DETACHING",
            TaskStatuses.Stopped => "DELETED",
            _ => "ATTACHED",
        },
        Details =
        [
            new() { Name = "subnetId", Value = task.Subnet },
            new() { Name = "networkInterfaceId", Value = $"eni-{task.Id[..17]}" },
            new() { Name = "macAddress", Value = $"0e:{string.Join(':', task.Id[..10].Chunk(2).Select(pair => new string(pair)))}" },
            new() { Name = "privateIPv4Address", Value = task.PrivateIp },
        ],
    };

    // A UUID, from what is random of the task already.
    private static string AttachmentId(TaskRecord task) => Guid.ParseExact(task.Id, "N").ToString("D");

    private static Container Container(Step step, TaskRecord task, ContainerDefinition container) => new()
    {
        ContainerArn = step.Settings.Arn("ecs", $"container/{task.Cluster}/{task.Id}/{container.Name}"),
        TaskArn = EcsNames.TaskArn(step.Settings, task.Cluster, task.Id),
        Name = container.Name,
        Image = container.Image,
        LastStatus = task switch
        {
            { ExecutionStoppedAt: not null } => "STOPPED",
            { StartedAt: not null } => "RUNNING",
            { StoppedAt: not null } => "STOPPED",
            _ => "PENDING",
        },
        ExitCode = task is { ExecutionStoppedAt: not null } ? 0 : null,
        HealthStatus = "UNKNOWN",
        NetworkInterfaces = [new() { AttachmentId = AttachmentId(task), PrivateIpv4Address = task.PrivateIp }],
        NetworkBindings = [],
        ManagedAgents = [],
        Cpu = (container.Cpu ?? 0).ToString(),
        Memory = container.Memory?.ToString(),
    };
}
