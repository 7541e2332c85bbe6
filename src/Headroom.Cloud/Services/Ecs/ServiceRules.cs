using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.ElasticLoadBalancing;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>What CreateService and UpdateService refuse.</summary>
internal static class ServiceRules
{
    /// <summary>Tasks per service (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html).</summary>
    private const int MostTasks = 5000;

    internal static Refusal? Refuse(Step step, string cluster, string key, CreateServiceRequest request)
    {
        if (step.Table(EcsState.Clusters).Find(cluster) is not { Status: "ACTIVE" })
        {
            return new("ClusterNotFoundException", "Cluster not found.");
        }

        if (step.Table(EcsState.Services).Find(key) is { Status: not "INACTIVE" })
        {
            return Invalid("Creation of service was not idempotent.");
        }

        if (request.TaskDefinition is null)
        {
            return Invalid("TaskDefinition can not be blank.");
        }

        return RefuseDefinition(step, request.TaskDefinition, request.NetworkConfiguration)
            ?? RefuseTwoCapacities(request.LaunchType, request.CapacityProviderStrategy)
            ?? EcsOperations.RefuseTags(request.Tags)
            ?? RefuseCount(request.DesiredCount)
            ?? RefusePercents(request.DeploymentConfiguration)
            ?? (request.HealthCheckGracePeriodSeconds is not null && request.LoadBalancers is not { Count: > 0 }
                ? Invalid("Health check grace period is only valid for services configured to use load balancers")
                : null)
            ?? RefuseGroups(step, request.LoadBalancers);
    }

    internal static Refusal? Refuse(Step step, ServiceRecord service, UpdateServiceRequest request) =>
        (request.TaskDefinition is { } definition ? RefuseDefinition(step, definition, request.NetworkConfiguration ?? service.Settings.NetworkConfiguration) : null)
        ?? RefuseCount(request.DesiredCount)
        ?? RefusePercents(request.DeploymentConfiguration)
        ?? RefuseGroups(step, request.LoadBalancers);

    /// <summary>Tasks run on a launch type or on capacity providers.</summary>
    internal static Refusal? RefuseTwoCapacities(string? launchType, IReadOnlyList<CapacityProviderStrategyItem>? strategy) =>
        launchType is not null && strategy is { Count: > 0 }
            ? Invalid("Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.")
            : null;

    private static Refusal? RefuseDefinition(Step step, string named, NetworkConfiguration? network) => TaskDefinitions.Find(step, named)?.Definition switch
    {
        null => new("ClientException", "TaskDefinition not found."),
        { Status: not "ACTIVE" } => new("ClientException", "TaskDefinition is inactive"),
        { NetworkMode: "awsvpc" } when network?.AwsvpcConfiguration is null =>
            Invalid("Network Configuration must be provided when networkMode 'awsvpc' is specified."),
        _ => null,
    };

    private static Refusal? RefuseCount(int? desiredCount) => desiredCount switch
    {
        < 0 => Invalid("desiredCount cannot be negative."),
        > MostTasks => Invalid("Desired count exceeds limit."),
        _ => null,
    };

    private static Refusal? RefusePercents(DeploymentConfiguration? configuration) =>
        configuration is { MaximumPercent: 100, MinimumHealthyPercent: 100 }
            ? Invalid("Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.")
            : configuration is { MaximumPercent: { } maximum, MinimumHealthyPercent: { } minimum } && (maximum < 100 || maximum <= minimum)
                ? Invalid("maximumPercent must be at least 100 and greater than minimumHealthyPercent.")
                : null;

    private static Refusal? RefuseGroups(Step step, IReadOnlyList<LoadBalancer>? groups) =>
        (groups ?? []).Select(group => group.TargetGroupArn).OfType<string>().FirstOrDefault(arn => !TargetHealthTimes.IsInUse(step, arn)) is { } unused
            ? Invalid($"The target group with targetGroupArn {unused} does not have an associated load balancer.")
            : null;

    private static Refusal Invalid(string message) => new("InvalidParameterException", message);
}
