using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Scheduling;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

internal static partial class EcsOperations
{
    private static readonly Refusal ServiceNotFound = new("ServiceNotFoundException", "Service not found.");
    private static readonly Refusal ServiceNotActive = new("ServiceNotActiveException", "Service was not ACTIVE.");

    /// <summary>Creates a service and begins to start its tasks; the same request again with its client token gives the service as it is.</summary>
    internal static Outcome<CreateServiceResponse> CreateService(Step step, CreateServiceRequest request)
    {
        var cluster = EcsNames.Cluster(request.Cluster);
        var key = ServiceRecord.KeyOf(cluster, request.ServiceName);
        if (step.Table(EcsState.Services).Find(key) is { Status: "ACTIVE" } made && ClientTokens.Made(step, cluster, request))
        {
            return new CreateServiceResponse { Service = ServiceForm.Of(step, made, tags: true) };
        }

        if (ServiceRules.Refuse(step, cluster, key, request) is { } refusal)
        {
            return refusal;
        }

        ClientTokens.Keep(step, cluster, request);
        var deployment = Deployments.New(step, TaskDefinitions.Find(step, request.TaskDefinition!)!.Definition.TaskDefinitionArn!, request.NetworkConfiguration);
        step.Table(EcsState.Services).Put(key, new ServiceRecord
        {
            Cluster = cluster,
            Name = request.ServiceName,
            Status = "ACTIVE",
            DesiredCount = request.DesiredCount ?? 1,
            Settings = ServiceForm.Settings(step, request),
            Deployments = [deployment],
            Launches = TokenBucket.Full(LaunchRates.PerService, step.Now),
        });
        EcsEvents.DeploymentStarted(step, key);
        return new CreateServiceResponse { Service = Reconciled(step, key) };
    }

    /// <summary>
    /// Changes a service. The desired count alone starts no deployment; another task definition, network, platform version or load
    /// balancer, or <c>forceNewDeployment</c>, does.
    /// </summary>
    internal static Outcome<UpdateServiceResponse> UpdateService(Step step, UpdateServiceRequest request)
    {
        if (FindActive(step, request.Cluster, request.Service, out var service) is { } refusal)
        {
            return refusal;
        }

        if (ServiceRules.Refuse(step, service, request) is { } refused)
        {
            return refused;
        }

        var updated = service with { DesiredCount = request.DesiredCount ?? service.DesiredCount, Settings = ServiceForm.Updated(service.Settings, request) };
        var definition = request.TaskDefinition is { } named ? TaskDefinitions.Find(step, named)!.Definition.TaskDefinitionArn! : service.Primary.TaskDefinition;
        var isNew = request.ForceNewDeployment == true
            || definition != service.Primary.TaskDefinition
            || ServiceForm.NeedsDeployment(service.Settings, updated.Settings);
        if (isNew)
        {
            updated = updated with { Deployments = [Deployments.New(step, definition, updated.Settings.NetworkConfiguration), .. service.Deployments] };
        }

        step.Table(EcsState.Services).Put(service.Key, updated);
        if (isNew)
        {
            EcsEvents.DeploymentStarted(step, service.Key);
        }

        if (updated.DesiredCount != service.DesiredCount)
        {
            EcsEvents.CapacityChanged(step, updated);
        }

        return new UpdateServiceResponse { Service = Reconciled(step, service.Key) };
    }

    /// <summary>
    /// Deletes a service: it drains, then is INACTIVE. One scaled above 0 only with <c>force</c>. Its scalable target goes at once
    /// (seen by those who deregister it afterwards, such as <see href="https://github.com/eagletmt/hako/pull/69"/>).
    /// </summary>
    internal static Outcome<DeleteServiceResponse> DeleteService(Step step, DeleteServiceRequest request)
    {
        if (FindActive(step, request.Cluster, request.Service, out var service) is { } refusal)
        {
            return refusal;
        }

        if (service.DesiredCount > 0 && request.Force != true)
        {
            return new Refusal("InvalidParameterException", "The service cannot be stopped while it is scaled above 0.");
        }

        step.Table(EcsState.Services).Put(service.Key, service with { Status = "DRAINING", DesiredCount = 0 });
        ScalableTargets.Deregister(step, service);
        return new DeleteServiceResponse { Service = Reconciled(step, service.Key) };
    }

    /// <summary>Describes up to 10 services; unknown ones come back as failures MISSING, deleted ones as DRAINING or INACTIVE.</summary>
    internal static Outcome<DescribeServicesResponse> DescribeServices(Step step, DescribeServicesRequest request)
    {
        var cluster = EcsNames.Cluster(request.Cluster);
        if (step.Table(EcsState.Clusters).Find(cluster) is not { Status: "ACTIVE" })
        {
            return ClusterNotFound;
        }

        if (request.Services.Count is 0 or > 10)
        {
            return new Refusal("InvalidParameterException", request.Services.Count == 0 ? "Services cannot be empty." : "Services cannot contain more than 10 items.");
        }

        var services = step.Table(EcsState.Services);
        var names = request.Services.Select(EcsNames.LastPart).Distinct(StringComparer.Ordinal).ToList();
        var tags = request.Include?.Contains("TAGS") == true;
        return new DescribeServicesResponse
        {
            Services = [.. names.Select(name => services.Find(ServiceRecord.KeyOf(cluster, name))).OfType<ServiceRecord>().Select(service => ServiceForm.Of(step, service, tags))],
            Failures = [.. names.Where(name => services.Find(ServiceRecord.KeyOf(cluster, name)) is null).Select(name => Missing(EcsNames.ServiceArn(step.Settings, cluster, name)))],
        };
    }

    /// <summary>Lists ARNs of services that are not INACTIVE, 10 a page.</summary>
    internal static Outcome<ListServicesResponse> ListServices(Step step, ListServicesRequest request)
    {
        var cluster = EcsNames.Cluster(request.Cluster);
        if (step.Table(EcsState.Clusters).Find(cluster) is not { Status: "ACTIVE" })
        {
            return ClusterNotFound;
        }

        var arns = step.Table(EcsState.Services).WithPrefix(cluster + '/')
            .Where(service => request.SchedulingStrategy is null || (service.Settings.SchedulingStrategy ?? "REPLICA") == request.SchedulingStrategy)
            .Where(service => service.Status != "INACTIVE" && (request.LaunchType is null || service.Settings.LaunchType == request.LaunchType))
            .Select(service => EcsNames.ServiceArn(step.Settings, cluster, service.Name));
        var page = Page.Of(arns, arn => arn, request.NextToken, Page.Size(request.MaxResults, byDefault: 10, most: 100));
        return new ListServicesResponse { ServiceArns = page.Items, NextToken = page.NextToken };
    }

    private static Refusal? FindActive(Step step, string? clusterName, string serviceName, out ServiceRecord service)
    {
        service = null!;
        var cluster = EcsNames.Cluster(clusterName);
        if (step.Table(EcsState.Clusters).Find(cluster) is not { Status: "ACTIVE" })
        {
            return ClusterNotFound;
        }

        if (step.Table(EcsState.Services).Find(ServiceRecord.KeyOf(cluster, EcsNames.LastPart(serviceName))) is not { } found)
        {
            return ServiceNotFound;
        }

        service = found;
        return found.Status == "ACTIVE" ? null : ServiceNotActive;
    }

    private static Service Reconciled(Step step, string key)
    {
        ServiceScheduler.Reconcile(step, key);
        return ServiceForm.Of(step, step.Table(EcsState.Services).Get(key), tags: true);
    }
}
