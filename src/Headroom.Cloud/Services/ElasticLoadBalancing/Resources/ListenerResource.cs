using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing.Resources;

/// <summary><c>AWS::ElasticLoadBalancingV2::Listener</c>.</summary>
internal static class ListenerResource
{
    internal static ResourceType Type { get; } = new("AWS::ElasticLoadBalancingV2::Listener", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { "LoadBalancerArn" },
    };

    private static ResourceProgress Create(ResourceRequest request) => ResourceHandler.Call<CreateListenerRequest, CreateListenerResponse>(
        request, LoadBalancingService.Name, "CreateListener", request.Properties, answer => Done(answer.Listeners![0]));

    private static ResourceProgress Update(ResourceRequest request)
    {
        var properties = request.Properties.Without("LoadBalancerArn");
        properties["ListenerArn"] = request.PhysicalId;
        return ResourceHandler.Call<ModifyListenerRequest, ModifyListenerResponse>(
            request, LoadBalancingService.Name, "ModifyListener", properties, answer => Done(answer.Listeners![0]));
    }

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteListenerRequest, DeleteListenerResponse>(
        request, LoadBalancingService.Name, "DeleteListener", new() { ListenerArn = request.PhysicalId }, "ListenerNotFound");

    private static ResourceProgress.Done Done(Listener made) =>
        new(made.ListenerArn!, new Dictionary<string, JsonNode?> { ["ListenerArn"] = made.ListenerArn });
}
