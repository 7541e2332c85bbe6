using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Resources;

/// <summary><c>AWS::ApplicationAutoScaling::ScalingPolicy</c>.</summary>
internal static class ScalingPolicyResource
{
    private const string TargetId = "ScalingTargetId";

    internal static ResourceType Type { get; } = new("AWS::ApplicationAutoScaling::ScalingPolicy", Put, Put, Delete)
    {
        ReplacedBy = new HashSet<string> { "PolicyName", TargetId, "ResourceId", "ScalableDimension", "ServiceNamespace" },
    };

    private static ResourceProgress Put(ResourceRequest request) => ResourceHandler.Call<PutScalingPolicyRequest, PutScalingPolicyResponse>(
        request, AutoScalingService.Name, "PutScalingPolicy", Identified(request),
        answer => new ResourceProgress.Done(answer.PolicyARN, new Dictionary<string, JsonNode?> { ["Arn"] = answer.PolicyARN }));

    // arn:aws:autoscaling:…:scalingPolicy:<uuid>:resource/ecs/service/c/s:policyName/<name>
    private static ResourceProgress Delete(ResourceRequest request)
    {
        var parts = request.PhysicalId.Split(':');
        var call = new DeleteScalingPolicyRequest
        {
            PolicyName = parts[^1]["policyName/".Length..],
            ServiceNamespace = AutoScalingNames.Ecs,
            ResourceId = parts[^2]["resource/ecs/".Length..],
            ScalableDimension = AutoScalingNames.DesiredCount,
        };
        return ResourceHandler.Delete<DeleteScalingPolicyRequest, DeleteScalingPolicyResponse>(
            request, AutoScalingService.Name, "DeleteScalingPolicy", call, "ObjectNotFoundException");
    }

    private static JsonObject Identified(ResourceRequest request)
    {
        var properties = request.Properties.Without(TargetId);
        if (request.Properties.Text(TargetId) is { } target)
        {
            var (resourceId, dimension, name) = ScalableTargetResource.Parse(target);
            (properties["ResourceId"], properties["ScalableDimension"], properties["ServiceNamespace"]) = (resourceId, dimension, name);
        }

        return properties;
    }
}
