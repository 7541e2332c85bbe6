using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

internal static partial class EcsOperations
{
    /// <summary>Lists a service's deployments, newest first, 100 a page.</summary>
    internal static Outcome<ListServiceDeploymentsResponse> ListServiceDeployments(Step step, ListServiceDeploymentsRequest request)
    {
        var key = ServiceRecord.KeyOf(EcsNames.Cluster(request.Cluster), EcsNames.LastPart(request.Service));
        if (step.Table(EcsState.Services).Find(key) is null)
        {
            return ServiceNotFound;
        }

        var wanted = DeploymentHistory.Of(step, key)
            .Where(deployment => request.Status is not { Count: > 0 } statuses || statuses.Contains(deployment.Status!))
            .Where(deployment => request.CreatedAt?.After is not { } after || deployment.CreatedAt > after)
            .Where(deployment => request.CreatedAt?.Before is not { } before || deployment.CreatedAt < before);
        var page = Page.Of(wanted, deployment => deployment.ServiceDeploymentArn!, request.NextToken, Page.Size(request.MaxResults, byDefault: 100, most: 100));
        return new ListServiceDeploymentsResponse { ServiceDeployments = [.. page.Items.Select(Brief)], NextToken = page.NextToken };
    }

    /// <summary>Describes up to 20 deployments; unknown ones come back as failures MISSING.</summary>
    internal static Outcome<DescribeServiceDeploymentsResponse> DescribeServiceDeployments(Step step, DescribeServiceDeploymentsRequest request)
    {
        var found = request.ServiceDeploymentArns.Select(arn => (Arn: arn, Deployment: FindDeployment(step, arn))).ToList();
        return new DescribeServiceDeploymentsResponse
        {
            ServiceDeployments = [.. found.Select(pair => pair.Deployment).OfType<ServiceDeployment>()],
            Failures = [.. found.Where(pair => pair.Deployment is null).Select(pair => Missing(pair.Arn))],
        };
    }

    // …:service-deployment/cluster/service/id
    private static ServiceDeployment? FindDeployment(Step step, string arn) => arn.Split('/') is [_, var cluster, var service, _]
        ? DeploymentHistory.Of(step, ServiceRecord.KeyOf(cluster, service)).FirstOrDefault(deployment => deployment.ServiceDeploymentArn == arn)
        : null;

    private static ServiceDeploymentBrief Brief(ServiceDeployment deployment) => new()
    {
        ServiceDeploymentArn = deployment.ServiceDeploymentArn,
        ServiceArn = deployment.ServiceArn,
        ClusterArn = deployment.ClusterArn,
        StartedAt = deployment.StartedAt,
        CreatedAt = deployment.CreatedAt,
        FinishedAt = deployment.FinishedAt,
        TargetServiceRevisionArn = deployment.TargetServiceRevision?.Arn,
        Status = deployment.Status,
        StatusReason = deployment.StatusReason,
    };
}
