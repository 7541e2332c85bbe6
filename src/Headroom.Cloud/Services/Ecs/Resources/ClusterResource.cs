using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs.Resources;

/// <summary><c>AWS::ECS::Cluster</c>.</summary>
internal static class ClusterResource
{
    internal static ResourceType Type { get; } = new("AWS::ECS::Cluster", Create, Update, Delete) { ReplacedBy = new HashSet<string> { "ClusterName" } };

    private static ResourceProgress Create(ResourceRequest request)
    {
        var properties = request.Properties.WithStackTags(request);
        properties["ClusterName"] ??= request.GeneratedName();
        return ResourceHandler.Call<CreateClusterRequest, CreateClusterResponse>(
            request, EcsService.Name, "CreateCluster", Rename(properties), answer => Done(answer.Cluster!));
    }

    private static ResourceProgress Update(ResourceRequest request)
    {
        if (request.Changed("ClusterSettings") || request.Changed("Configuration") || request.Changed("CapacityProviders"))
        {
            return new ResourceProgress.Failed("The embedded cloud changes nothing of a cluster but its tags.");
        }

        var arn = EcsNames.ClusterArn(request.Step.Settings, request.PhysicalId);
        return TagUpdate.Of(request, arn, Done(new() { ClusterName = request.PhysicalId, ClusterArn = arn }));
    }

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteClusterRequest, DeleteClusterResponse>(
        request, EcsService.Name, "DeleteCluster", new() { Cluster = request.PhysicalId }, "ClusterNotFoundException");

    private static ResourceProgress.Done Done(Cluster cluster) =>
        new(cluster.ClusterName!, new Dictionary<string, JsonNode?> { ["Arn"] = cluster.ClusterArn });

    // CloudFormation says ClusterSettings where the API says settings.
    private static JsonObject Rename(JsonObject properties)
    {
        var renamed = properties.Without("ClusterSettings");
        if (properties["ClusterSettings"] is { } settings)
        {
            renamed["Settings"] = settings.DeepClone();
        }

        return renamed;
    }
}
