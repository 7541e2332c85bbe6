using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Resources;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>Amazon ECS on Fargate.</summary>
public static class EcsService
{
    internal const string Name = "ecs";

    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(Name,
    [
        Operation.Of<CreateClusterRequest, CreateClusterResponse>("CreateCluster", EcsOperations.CreateCluster),
        Operation.Of<DescribeClustersRequest, DescribeClustersResponse>("DescribeClusters", EcsOperations.DescribeClusters),
        Operation.Of<ListClustersRequest, ListClustersResponse>("ListClusters", EcsOperations.ListClusters),
        Operation.Of<DeleteClusterRequest, DeleteClusterResponse>("DeleteCluster", EcsOperations.DeleteCluster, (step, r) => Cluster(step, r.Cluster)),
        Operation.Of<RegisterTaskDefinitionRequest, RegisterTaskDefinitionResponse>("RegisterTaskDefinition", EcsOperations.RegisterTaskDefinition),
        Operation.Of<DescribeTaskDefinitionRequest, DescribeTaskDefinitionResponse>("DescribeTaskDefinition", EcsOperations.DescribeTaskDefinition),
        Operation.Of<ListTaskDefinitionsRequest, ListTaskDefinitionsResponse>("ListTaskDefinitions", EcsOperations.ListTaskDefinitions),
        Operation.Of<DeregisterTaskDefinitionRequest, DeregisterTaskDefinitionResponse>("DeregisterTaskDefinition", EcsOperations.DeregisterTaskDefinition),
        Operation.Of<CreateServiceRequest, CreateServiceResponse>("CreateService", EcsOperations.CreateService, (step, r) => Service(step, r.Cluster, r.ServiceName)),
        Operation.Of<UpdateServiceRequest, UpdateServiceResponse>("UpdateService", EcsOperations.UpdateService, (step, r) => Service(step, r.Cluster, r.Service)),
        Operation.Of<DeleteServiceRequest, DeleteServiceResponse>("DeleteService", EcsOperations.DeleteService, (step, r) => Service(step, r.Cluster, r.Service)),
        Operation.Of<DescribeServicesRequest, DescribeServicesResponse>("DescribeServices", EcsOperations.DescribeServices, (step, r) => OnlyService(step, r)),
        Operation.Of<ListServicesRequest, ListServicesResponse>("ListServices", EcsOperations.ListServices),
        Operation.Of<RunTaskRequest, RunTaskResponse>("RunTask", EcsOperations.RunTask, (step, r) => TaskDefinition(step, r.TaskDefinition)),
        Operation.Of<StopTaskRequest, StopTaskResponse>("StopTask", EcsOperations.StopTask, (step, r) => Task(step, r.Cluster, r.Task)),
        Operation.Of<DescribeTasksRequest, DescribeTasksResponse>("DescribeTasks", EcsOperations.DescribeTasks),
        Operation.Of<ListTasksRequest, ListTasksResponse>("ListTasks", EcsOperations.ListTasks),
        Operation.Of<UpdateTaskProtectionRequest, UpdateTaskProtectionResponse>("UpdateTaskProtection", EcsOperations.UpdateTaskProtection, (step, r) => Task(step, r.Cluster, r.Tasks.Count == 1 ? r.Tasks[0] : "*")),
        Operation.Of<GetTaskProtectionRequest, GetTaskProtectionResponse>("GetTaskProtection", EcsOperations.GetTaskProtection, (step, r) => Task(step, r.Cluster, r.Tasks is { Count: 1 } ? r.Tasks[0] : "*")),
        Operation.Of<ListServiceDeploymentsRequest, ListServiceDeploymentsResponse>("ListServiceDeployments", EcsOperations.ListServiceDeployments, (step, r) => Service(step, r.Cluster, r.Service)),
        Operation.Of<DescribeServiceDeploymentsRequest, DescribeServiceDeploymentsResponse>("DescribeServiceDeployments", EcsOperations.DescribeServiceDeployments),
        Operation.Of<TagResourceRequest, TagResourceResponse>("TagResource", EcsOperations.TagResource, (_, r) => r.ResourceArn),
        Operation.Of<UntagResourceRequest, UntagResourceResponse>("UntagResource", EcsOperations.UntagResource, (_, r) => r.ResourceArn),
        Operation.Of<ListTagsForResourceRequest, ListTagsForResourceResponse>("ListTagsForResource", EcsOperations.ListTagsForResource, (_, r) => r.ResourceArn),
    ])
    {
        UnknownToken = _ => new("InvalidParameterException", "Invalid nextToken."),
        PageSize = most => new("InvalidParameterException", $"maxResults must be between 1 and {most}."),
        ResourceTypes = EcsResources.All,
        Woken = EcsDynamics.Woken,
        Heard = EcsDynamics.Heard,
        Limit = ApiRates.Refuse,
    };

    private static string Cluster(Step step, string? name) => EcsNames.ClusterArn(step.Settings, EcsNames.Cluster(name));

    private static string Service(Step step, string? cluster, string service) =>
        EcsNames.ServiceArn(step.Settings, EcsNames.Cluster(cluster), EcsNames.LastPart(service));

    private static string Task(Step step, string? cluster, string task) =>
        EcsNames.TaskArn(step.Settings, EcsNames.Cluster(cluster), EcsNames.LastPart(task));

    // IAM checks each service of the list; a list of several is checked as "*", which a policy that names services refuses.
    private static string OnlyService(Step step, DescribeServicesRequest request) =>
        request.Services.Count == 1 ? Service(step, request.Cluster, request.Services[0]) : "*";

    private static string TaskDefinition(Step step, string taskDefinition) => TaskDefinitions.Find(step, taskDefinition)?.Definition.TaskDefinitionArn ?? "*";
}
