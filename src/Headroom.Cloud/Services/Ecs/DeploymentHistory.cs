using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Scheduling;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs;

/// <summary>What is remembered of each deployment of a service (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html).</summary>
internal static class DeploymentHistory
{
    private const int Kept = 100;

    /// <summary>The service's deployments, newest first.</summary>
    internal static IReadOnlyList<ServiceDeployment> Of(Step step, string serviceKey) => step.Table(EcsState.ServiceDeployments).WithPrefix(serviceKey + '\n');

    /// <summary>The newest, with its key.</summary>
    internal static KeyValuePair<string, ServiceDeployment>? Newest(Step step, string serviceKey) =>
        step.Table(EcsState.ServiceDeployments).Page(serviceKey + '\n', null, 1) is [var newest] ? newest : null;

    internal static void Started(Step step, ServiceRecord service)
    {
        var table = step.Table(EcsState.ServiceDeployments);
        var deployment = service.Primary;
        var arn = Arn(step, service, deployment);
        table.Put($"{service.Key}\n{long.MaxValue - step.Now.UtcTicks:D19}-{deployment.Id}", new ServiceDeployment
        {
            ServiceDeploymentArn = arn,
            ServiceArn = EcsNames.ServiceArn(step.Settings, service.Cluster, service.Name),
            ClusterArn = EcsNames.ClusterArn(step.Settings, service.Cluster),
            CreatedAt = step.Now,
            StartedAt = step.Now,
            UpdatedAt = step.Now,
            SourceServiceRevisions = [.. service.Deployments.Skip(1).Select(old => Revision(step, service, old))],
            TargetServiceRevision = Revision(step, service, deployment),
            Status = "IN_PROGRESS",
            DeploymentConfiguration = service.Settings.DeploymentConfiguration,
        });
        foreach (var old in table.Page(service.Key + '\n', null, int.MaxValue).Skip(Kept))
        {
            table.Remove(old.Key);
        }
    }

    /// <summary>The newest deployment ended: <c>SUCCESSFUL</c>, <c>STOPPED</c>, <c>ROLLBACK_SUCCESSFUL</c>.</summary>
    internal static void Ended(Step step, ServiceRecord service, string status, string? reason)
    {
        if (Newest(step, service.Key) is var (key, newest))
        {
            step.Table(EcsState.ServiceDeployments).Put(key, newest with
            {
                Status = status,
                StatusReason = reason,
                UpdatedAt = step.Now,
                FinishedAt = step.Now,
                DeploymentCircuitBreaker = Breaker(service),
            });
        }
    }

    private static ServiceDeploymentCircuitBreaker Breaker(ServiceRecord service) => new()
    {
        Status = service switch
        {
            { Settings.DeploymentConfiguration.DeploymentCircuitBreaker.Enable: not true } => "DISABLED",
            { Primary.RolloutState: "FAILED" } => "TRIGGERED",
            _ => "MONITORING_COMPLETE",
        },
        FailureCount = service.Primary.FailedTasks,
        Threshold = StartFailures.Threshold(service.DesiredCount),
    };

    private static ServiceRevisionSummary Revision(Step step, ServiceRecord service, DeploymentRecord deployment) => new()
    {
        Arn = step.Settings.Arn("ecs", $"service-revision/{service.Cluster}/{service.Name}/{Number(deployment)}"),
        RequestedTaskCount = deployment == service.Primary ? service.DesiredCount : deployment.Alive,
        RunningTaskCount = deployment.Running,
        PendingTaskCount = deployment.Pending,
    };

    private static string Arn(Step step, ServiceRecord service, DeploymentRecord deployment) =>
        step.Settings.Arn("ecs", $"service-deployment/{service.Cluster}/{service.Name}/{Number(deployment)}-{step.Now.UtcTicks % TimeSpan.TicksPerDay:D12}");

    private static string Number(DeploymentRecord deployment) => deployment.Id["ecs-svc/".Length..];
}
