using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Headroom.Cloud.Services.Ecs.Scheduling;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>A service: what was asked for, and how far its deployments are.</summary>
internal sealed record ServiceRecord
{
    public required string Cluster { get; init; }

    public required string Name { get; init; }

    /// <summary><c>ACTIVE</c>, <c>DRAINING</c> (deleted, its tasks are stopping) or <c>INACTIVE</c>.</summary>
    public required string Status { get; init; }

    public required int DesiredCount { get; init; }

    /// <summary>The members of the API's shape that only its callers change.</summary>
    public required Service Settings { get; init; }

    /// <summary>The PRIMARY deployment first, then the ACTIVE ones that it replaces.</summary>
    public required ImmutableArray<DeploymentRecord> Deployments { get; init; }

    /// <summary>The latest 100, newest first.</summary>
    public ImmutableArray<ServiceEvent> Events { get; init; } = [];

    /// <summary>What the service may launch right now (500 tasks a minute).</summary>
    public required TokenBucket Launches { get; init; }

    /// <summary>Whether "has reached a steady state" was said and still holds.</summary>
    public bool Steady { get; init; }

    [JsonIgnore]
    public string Key => KeyOf(Cluster, Name);

    [JsonIgnore]
    public DeploymentRecord Primary => Deployments[0];

    /// <summary>Tasks whose last status is RUNNING.</summary>
    [JsonIgnore]
    public int Running => Deployments.Sum(deployment => deployment.Running);

    /// <summary>Tasks on their way to RUNNING.</summary>
    [JsonIgnore]
    public int Pending => Deployments.Sum(deployment => deployment.Pending);

    /// <summary>Running tasks that get requests: healthy targets, where there is a load balancer.</summary>
    [JsonIgnore]
    public int Serving => Deployments.Sum(deployment => deployment.Serving);

    internal static string KeyOf(string cluster, string name) => $"{cluster}/{name}";

    /// <summary>The same service with one deployment changed, if it still has it.</summary>
    internal ServiceRecord With(string deploymentId, Func<DeploymentRecord, DeploymentRecord> change) =>
        this with { Deployments = [.. Deployments.Select(deployment => deployment.Id == deploymentId ? change(deployment) : deployment)] };
}
