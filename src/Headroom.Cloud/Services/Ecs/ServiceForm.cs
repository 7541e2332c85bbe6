using System.Text.Json;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>A service in the API's form: its settings as they were asked for, and what moves.</summary>
internal static class ServiceForm
{
    private const string DefaultPlatformVersion = "LATEST";
    private const string Fargate = "FARGATE";

    internal static Service Of(Step step, ServiceRecord service, bool tags) => service.Settings with
    {
        ServiceArn = EcsNames.ServiceArn(step.Settings, service.Cluster, service.Name),
        ServiceName = service.Name,
        ClusterArn = EcsNames.ClusterArn(step.Settings, service.Cluster),
        Status = service.Status,
        DesiredCount = service.DesiredCount,
        RunningCount = service.Running,
        PendingCount = service.Pending,
        TaskDefinition = service.Primary.TaskDefinition,
        Deployments = service.Status == "ACTIVE" ? [.. service.Deployments.Select((deployment, i) => Of(service, deployment, i == 0))] : [],
        Events = [.. service.Events],
        CurrentServiceDeployment = DeploymentHistory.Newest(step, service.Key)?.Value.ServiceDeploymentArn,
        Tags = tags ? service.Settings.Tags : null,
    };

    internal static Service Settings(Step step, CreateServiceRequest request) => new()
    {
        LoadBalancers = request.LoadBalancers ?? [],
        ServiceRegistries = request.ServiceRegistries ?? [],
        LaunchType = request.CapacityProviderStrategy is { Count: > 0 } ? null : request.LaunchType ?? "EC2",
        CapacityProviderStrategy = request.CapacityProviderStrategy,
        PlatformVersion = request.LaunchType == Fargate ? request.PlatformVersion ?? DefaultPlatformVersion : request.PlatformVersion,
        PlatformFamily = request.LaunchType == Fargate ? "Linux" : null,
        DeploymentConfiguration = Complete(request.DeploymentConfiguration),
        CreatedAt = step.Now,
        CreatedBy = step.Caller.Principal.Arn,
        PlacementConstraints = request.PlacementConstraints ?? [],
        PlacementStrategy = request.PlacementStrategy ?? [],
        NetworkConfiguration = request.NetworkConfiguration,
        HealthCheckGracePeriodSeconds = request.HealthCheckGracePeriodSeconds ?? (request.LoadBalancers is { Count: > 0 } ? 0 : null),
        SchedulingStrategy = request.SchedulingStrategy ?? "REPLICA",
        DeploymentController = request.DeploymentController ?? new DeploymentController { Type = "ECS" },
        Tags = request.Tags ?? [],
        EnableECSManagedTags = request.EnableECSManagedTags ?? false,
        PropagateTags = request.PropagateTags ?? "NONE",
        EnableExecuteCommand = request.EnableExecuteCommand ?? false,
        AvailabilityZoneRebalancing = request.AvailabilityZoneRebalancing ?? "DISABLED",
    };

    internal static Service Updated(Service settings, UpdateServiceRequest request) => settings with
    {
        LoadBalancers = request.LoadBalancers ?? settings.LoadBalancers,
        ServiceRegistries = request.ServiceRegistries ?? settings.ServiceRegistries,
        LaunchType = request.CapacityProviderStrategy is { Count: > 0 } ? null : settings.LaunchType,
        CapacityProviderStrategy = request.CapacityProviderStrategy ?? settings.CapacityProviderStrategy,
        PlatformVersion = request.PlatformVersion ?? settings.PlatformVersion,
        DeploymentConfiguration = request.DeploymentConfiguration is { } given ? Complete(given, settings.DeploymentConfiguration) : settings.DeploymentConfiguration,
        PlacementConstraints = request.PlacementConstraints ?? settings.PlacementConstraints,
        PlacementStrategy = request.PlacementStrategy ?? settings.PlacementStrategy,
        NetworkConfiguration = request.NetworkConfiguration ?? settings.NetworkConfiguration,
        HealthCheckGracePeriodSeconds = request.HealthCheckGracePeriodSeconds ?? settings.HealthCheckGracePeriodSeconds,
        EnableECSManagedTags = request.EnableECSManagedTags ?? settings.EnableECSManagedTags,
        PropagateTags = request.PropagateTags ?? settings.PropagateTags,
        EnableExecuteCommand = request.EnableExecuteCommand ?? settings.EnableExecuteCommand,
        AvailabilityZoneRebalancing = request.AvailabilityZoneRebalancing ?? settings.AvailabilityZoneRebalancing,
    };

    /// <summary>Whether tasks of the old settings must be replaced.</summary>
    internal static bool NeedsDeployment(Service old, Service updated) =>
        Differs(old.NetworkConfiguration, updated.NetworkConfiguration)
        || Differs(old.LoadBalancers, updated.LoadBalancers)
        || Differs(old.ServiceRegistries, updated.ServiceRegistries)
        || Differs(old.CapacityProviderStrategy, updated.CapacityProviderStrategy)
        || old.PlatformVersion != updated.PlatformVersion;

    private static bool Differs<T>(T? old, T? updated) =>
        !ReferenceEquals(old, updated) && JsonSerializer.Serialize(old, WireJson.Options) != JsonSerializer.Serialize(updated, WireJson.Options);

    private static Deployment Of(ServiceRecord service, DeploymentRecord deployment, bool primary) => new()
    {
        Id = deployment.Id,
        Status = primary ? "PRIMARY" : "ACTIVE",
        TaskDefinition = deployment.TaskDefinition,
        DesiredCount = primary ? service.DesiredCount : 0,
        PendingCount = deployment.Pending,
        RunningCount = deployment.Running,
        FailedTasks = deployment.FailedTasks,
        CreatedAt = deployment.CreatedAt,
        UpdatedAt = deployment.UpdatedAt,
        CapacityProviderStrategy = service.Settings.CapacityProviderStrategy,
        LaunchType = service.Settings.LaunchType,
        PlatformVersion = service.Settings.PlatformVersion == DefaultPlatformVersion ? "1.4.0" : service.Settings.PlatformVersion,
        PlatformFamily = service.Settings.PlatformFamily,
        NetworkConfiguration = deployment.NetworkConfiguration,
        RolloutState = deployment.RolloutState,
        RolloutStateReason = deployment.RolloutStateReason,
    };

    private static DeploymentConfiguration Complete(DeploymentConfiguration? given, DeploymentConfiguration? before = null) => (given ?? new DeploymentConfiguration()) with
    {
        DeploymentCircuitBreaker = given?.DeploymentCircuitBreaker ?? before?.DeploymentCircuitBreaker ?? new DeploymentCircuitBreaker { Enable = false, Rollback = false },
        MaximumPercent = given?.MaximumPercent ?? before?.MaximumPercent ?? 200,
        MinimumHealthyPercent = given?.MinimumHealthyPercent ?? before?.MinimumHealthyPercent ?? 100,
        Strategy = given?.Strategy ?? before?.Strategy ?? "ROLLING",
        BakeTimeInMinutes = given?.BakeTimeInMinutes ?? before?.BakeTimeInMinutes ?? 0,
    };
}
