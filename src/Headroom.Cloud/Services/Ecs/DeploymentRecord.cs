using System.Text.Json.Serialization;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>One deployment of a service and how many tasks it has.</summary>
internal sealed record DeploymentRecord
{
    /// <summary><c>ecs-svc/</c> and 19 digits.</summary>
    public required string Id { get; init; }

    /// <summary>ARN of the revision whose tasks it runs.</summary>
    public required string TaskDefinition { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary><c>IN_PROGRESS</c>, <c>COMPLETED</c> or <c>FAILED</c>.</summary>
    public required string RolloutState { get; init; }

    public required string RolloutStateReason { get; init; }

    public NetworkConfiguration? NetworkConfiguration { get; init; }

    public int Pending { get; init; }

    public int Running { get; init; }

    public int Serving { get; init; }

    /// <summary>Tasks that stopped before they ran, or failed their health checks.</summary>
    public int FailedTasks { get; init; }

    /// <summary>Failures to start since one of its tasks last ran.</summary>
    public int FailuresInARow { get; init; }

    /// <summary>Whether one of its tasks ran.</summary>
    public bool HasRun { get; init; }

    /// <summary>After failures: nothing is launched before.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>Tasks on their way to RUNNING, or there.</summary>
    [JsonIgnore]
    public int Alive => Pending + Running;
}
