using System.Text.Json.Serialization;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>A task and where it is on its way.</summary>
internal sealed record TaskRecord
{
    public required string Cluster { get; init; }

    /// <summary>The service's name; empty for a task of RunTask.</summary>
    public required string Service { get; init; }

    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The deployment of its service; for RunTask what the caller said.</summary>
    public string? StartedBy { get; init; }

    public required string Group { get; init; }

    public required string TaskDefinition { get; init; }

    public required string LastStatus { get; init; }

    /// <summary><c>RUNNING</c> or <c>STOPPED</c>.</summary>
    public string DesiredStatus { get; init; } = TaskStatuses.Running;

    public required string AvailabilityZone { get; init; }

    public string? Subnet { get; init; }

    public required string PrivateIp { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its containers will run: drawn when it was launched.</summary>
    public required DateTimeOffset ReadyAt { get; init; }

    public DateTimeOffset? PullStartedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When its last target group calls it healthy; null where that never happens, or without a load balancer.</summary>
    public DateTimeOffset? HealthyAt { get; init; }

    /// <summary>When its first target group calls it unhealthy; null where that never happens.</summary>
    public DateTimeOffset? UnhealthyAt { get; init; }

    /// <summary>When an essential container will exit by itself; null where none will.</summary>
    public DateTimeOffset? ExitsAt { get; init; }

    /// <summary>Whether it gets requests.</summary>
    public bool Serving { get; init; }

    public DateTimeOffset? StoppingAt { get; init; }

    public DateTimeOffset? ExecutionStoppedAt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    public string? StoppedReason { get; init; }

    /// <summary>E.g. <c>ServiceSchedulerInitiated</c>, <c>UserInitiated</c>, <c>EssentialContainerExited</c>, <c>TaskFailedToStart</c>.</summary>
    public string? StopCode { get; init; }

    /// <summary>Until when auto scaling and deployments may not stop it.</summary>
    public DateTimeOffset? ProtectedUntil { get; init; }

    public long Version { get; init; } = 1;

    public TaskOverride? Overrides { get; init; }

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    [JsonIgnore]
    public string Key => $"{Cluster}/{Service}/{Id}";
}
