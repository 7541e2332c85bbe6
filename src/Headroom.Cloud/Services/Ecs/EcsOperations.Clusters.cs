using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>What ECS's operations do.</summary>
internal static partial class EcsOperations
{
    private static readonly Refusal ClusterNotFound = new("ClusterNotFoundException", "Cluster not found.");

    /// <summary>Creates a cluster; one of this name that is there already is returned as it is.</summary>
    internal static Outcome<CreateClusterResponse> CreateCluster(Step step, CreateClusterRequest request)
    {
        if (RefuseTags(request.Tags) is { } refusal)
        {
            return refusal;
        }

        var clusters = step.Table(EcsState.Clusters);
        var name = EcsNames.Cluster(request.ClusterName);
        if (clusters.Find(name) is not { Status: "ACTIVE" })
        {
            clusters.Put(name, new Cluster
            {
                ClusterArn = EcsNames.ClusterArn(step.Settings, name),
                ClusterName = name,
                Configuration = request.Configuration,
                Status = "ACTIVE",
                Tags = request.Tags ?? [],
                Settings = request.Settings ?? [new ClusterSetting { Name = "containerInsights", Value = "disabled" }],
                CapacityProviders = request.CapacityProviders ?? [],
                DefaultCapacityProviderStrategy = request.DefaultCapacityProviderStrategy ?? [],
                Statistics = [],
                ServiceConnectDefaults = request.ServiceConnectDefaults is { } defaults ? new() { Namespace = defaults.Namespace } : null,
            });
        }

        return new CreateClusterResponse { Cluster = ClusterForm(step, clusters.Get(name)) };
    }

    /// <summary>Describes up to 100 clusters; unknown ones come back as failures MISSING.</summary>
    internal static Outcome<DescribeClustersResponse> DescribeClusters(Step step, DescribeClustersRequest request)
    {
        var names = (request.Clusters is { Count: > 0 } given ? given : [EcsNames.Cluster(null)]).Select(EcsNames.Cluster).ToList();
        var clusters = step.Table(EcsState.Clusters);
        return new DescribeClustersResponse
        {
            Clusters = [.. names.Select(clusters.Find).OfType<Cluster>().Select(cluster => ClusterForm(step, cluster))],
            Failures = [.. names.Where(name => clusters.Find(name) is null).Select(name => Missing(EcsNames.ClusterArn(step.Settings, name)))],
        };
    }

    /// <summary>Lists ARNs of active clusters, 100 a page.</summary>
    internal static Outcome<ListClustersResponse> ListClusters(Step step, ListClustersRequest request)
    {
        var active = step.Table(EcsState.Clusters).All.Where(cluster => cluster.Status == "ACTIVE").Select(cluster => cluster.ClusterArn!);
        var page = Page.Of(active, arn => arn, request.NextToken, Page.Size(request.MaxResults, byDefault: 100, most: 100));
        return new ListClustersResponse { ClusterArns = page.Items, NextToken = page.NextToken };
    }

    /// <summary>Deletes an empty cluster.</summary>
    internal static Outcome<DeleteClusterResponse> DeleteCluster(Step step, DeleteClusterRequest request)
    {
        var name = EcsNames.Cluster(request.Cluster);
        if (step.Table(EcsState.Clusters).Find(name) is not { Status: "ACTIVE" } cluster)
        {
            return ClusterNotFound;
        }

        var form = ClusterForm(step, cluster);
        if (form.ActiveServicesCount > 0)
        {
            return new Refusal("ClusterContainsServicesException", "The Cluster cannot be deleted while Services are active.");
        }

        if (form.RunningTasksCount + form.PendingTasksCount > 0)
        {
            return new Refusal("ClusterContainsTasksException", "The Cluster cannot be deleted while Tasks are active.");
        }

        step.Table(EcsState.Clusters).Put(name, cluster with { Status = "INACTIVE" });
        return new DeleteClusterResponse { Cluster = form with { Status = "INACTIVE" } };
    }

    private static Cluster ClusterForm(Step step, Cluster cluster)
    {
        var tasks = step.Table(EcsState.Tasks).WithPrefix(cluster.ClusterName + '/');
        return cluster with
        {
            RegisteredContainerInstancesCount = 0,
            RunningTasksCount = tasks.Count(task => task.LastStatus == TaskStatuses.Running),
            PendingTasksCount = tasks.Count(task => TaskStatuses.IsStarting(task.LastStatus)),
            ActiveServicesCount = step.Table(EcsState.Services).WithPrefix(cluster.ClusterName + '/').Count(service => service.Status == "ACTIVE"),
        };
    }

    private static Failure Missing(string arn) => new() { Arn = arn, Reason = "MISSING" };
}
