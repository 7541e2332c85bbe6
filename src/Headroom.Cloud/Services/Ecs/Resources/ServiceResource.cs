using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs.Resources;

/// <summary><c>AWS::ECS::Service</c>: created, updated and deleted when its tasks are as it says, not before.</summary>
internal static class ServiceResource
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    internal static ResourceType Type { get; } = new("AWS::ECS::Service", Create, Update, Delete)
    {
        Check = Check,
        ReplacedBy = new HashSet<string> { "Cluster", "ServiceName", "LaunchType", "SchedulingStrategy", "Role", "DeploymentController" },
    };

    private static ResourceProgress Create(ResourceRequest request)
    {
        var properties = request.Properties.WithStackTags(request);
        properties["ServiceName"] ??= request.GeneratedName();
        return ResourceHandler.Call<CreateServiceRequest, CreateServiceResponse>(
            request, EcsService.Name, "CreateService", properties, answer => new ResourceProgress.InProgress(answer.Service!.ServiceArn!, AskAgain));
    }

    // What the template says of the desired count is written again whenever the resource changes, whatever auto scaling made of it.
    private static ResourceProgress Update(ResourceRequest request)
    {
        var properties = request.Properties.Without("ServiceName", "LaunchType", "SchedulingStrategy", "Role", "Tags");
        properties["Service"] = request.PhysicalId;
        return ResourceHandler.Call<UpdateServiceRequest, UpdateServiceResponse>(
            request, EcsService.Name, "UpdateService", properties, answer => new ResourceProgress.InProgress(answer.Service!.ServiceArn!, AskAgain));
    }

    private static ResourceProgress Delete(ResourceRequest request)
    {
        var call = new DeleteServiceRequest { Cluster = ClusterOf(request.PhysicalId), Service = request.PhysicalId, Force = true };
        return ResourceHandler.Delete<DeleteServiceRequest, DeleteServiceResponse>(
            request, EcsService.Name, "DeleteService", call, "ServiceNotFoundException", "ServiceNotActiveException", "ClusterNotFoundException") is ResourceProgress.Failed failed
            ? failed
            : Check(request);
    }

    private static ResourceProgress Check(ResourceRequest request)
    {
        var call = new DescribeServicesRequest { Cluster = ClusterOf(request.PhysicalId), Services = [request.PhysicalId] };
        return request.Call<DescribeServicesRequest, DescribeServicesResponse>(EcsService.Name, "DescribeServices", call) switch
        {
            Outcome<DescribeServicesResponse>.Answered { Response.Services: [{ } service] } => Progress(request, service),
            Outcome<DescribeServicesResponse>.Refused refused when refused.Refusal.Code != "ClusterNotFoundException" => ResourceProgress.From(EcsService.Name, refused.Refusal),
            _ => new ResourceProgress.Done(request.PhysicalId),
        };
    }

    private static ResourceProgress Progress(ResourceRequest request, Service service) => service switch
    {
        { Status: "INACTIVE" } => new ResourceProgress.Done(request.PhysicalId),
        { Deployments: [{ RolloutState: "FAILED" }, ..] } => new ResourceProgress.Failed("Error occurred during operation 'ECS Deployment Circuit Breaker was triggered'."),
        { Status: "ACTIVE", Deployments.Count: 1 } when service.RunningCount == service.DesiredCount => Done(service),
        _ => new ResourceProgress.InProgress(request.PhysicalId, AskAgain),
    };

    private static ResourceProgress.Done Done(Service service) =>
        new(service.ServiceArn!, new Dictionary<string, JsonNode?> { ["Name"] = service.ServiceName, ["ServiceArn"] = service.ServiceArn });

    // arn:aws:ecs:region:account:service/cluster/name
    private static string ClusterOf(string serviceArn) => serviceArn.Split('/')[1];
}
