using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>ECS's ARNs, and the names in what callers give as a name or an ARN.</summary>
internal static class EcsNames
{
    private const string DefaultCluster = "default";

    internal static string Cluster(string? nameOrArn) => string.IsNullOrEmpty(nameOrArn) ? DefaultCluster : LastPart(nameOrArn);

    /// <summary>The name of a service or the id of a task.</summary>
    internal static string LastPart(string nameOrArn) => nameOrArn[(nameOrArn.LastIndexOf('/') + 1)..];

    internal static string ClusterArn(CloudSettings settings, string name) => settings.Arn("ecs", $"cluster/{name}");

    internal static string ServiceArn(CloudSettings settings, string cluster, string name) => settings.Arn("ecs", $"service/{cluster}/{name}");

    internal static string TaskArn(CloudSettings settings, string cluster, string id) => settings.Arn("ecs", $"task/{cluster}/{id}");

    internal static string TaskDefinitionArn(CloudSettings settings, string family, int revision) =>
        settings.Arn("ecs", $"task-definition/{family}:{revision}");

    internal static string ServiceGroup(string service) => $"service:{service}";

    /// <summary>As whom ECS calls load balancers.</summary>
    internal static Principal ServiceLinkedRole(Step step) =>
        new Principal.ServiceLinkedRole(step.Settings.AccountId, "ecs.amazonaws.com", "AWSServiceRoleForECS");
}
