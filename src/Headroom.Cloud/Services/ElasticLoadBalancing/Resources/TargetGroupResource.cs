using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing.Resources;

/// <summary><c>AWS::ElasticLoadBalancingV2::TargetGroup</c>.</summary>
internal static class TargetGroupResource
{
    private const string Attributes = "TargetGroupAttributes";
    private const int LongestName = 32;

    internal static ResourceType Type { get; } = new("AWS::ElasticLoadBalancingV2::TargetGroup", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { "Name", "Port", "Protocol", "ProtocolVersion", "TargetType", "VpcId", "IpAddressType" },
    };

    private static ResourceProgress Create(ResourceRequest request)
    {
        var properties = request.Properties.Without(Attributes, "Targets").WithStackTags(request);
        properties["Name"] ??= request.GeneratedName(LongestName);
        return ResourceHandler.Call<CreateTargetGroupRequest, CreateTargetGroupResponse>(
            request, LoadBalancingService.Name, "CreateTargetGroup", properties,
            answer => Complete(request, answer.TargetGroups![0], request.Properties["Targets"] as JsonArray));
    }

    private static ResourceProgress Update(ResourceRequest request)
    {
        var properties = request.Properties.Without(Attributes, "Targets", "Tags", "Name", "Port", "Protocol", "ProtocolVersion", "TargetType", "VpcId", "IpAddressType");
        properties["TargetGroupArn"] = request.PhysicalId;
        return ResourceHandler.Call<ModifyTargetGroupRequest, ModifyTargetGroupResponse>(
            request, LoadBalancingService.Name, "ModifyTargetGroup", properties, answer => Complete(request, answer.TargetGroups![0], null));
    }

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteTargetGroupRequest, DeleteTargetGroupResponse>(
        request, LoadBalancingService.Name, "DeleteTargetGroup", new() { TargetGroupArn = request.PhysicalId }, "TargetGroupNotFound");

    private static ResourceProgress Complete(ResourceRequest request, TargetGroup made, JsonArray? targets)
    {
        if (targets is { Count: > 0 })
        {
            var register = new JsonObject { ["TargetGroupArn"] = made.TargetGroupArn, ["Targets"] = targets.DeepClone() };
            if (ResourceHandler.Call<RegisterTargetsRequest, RegisterTargetsResponse>(
                request, LoadBalancingService.Name, "RegisterTargets", register, _ => Done(made)) is ResourceProgress.Failed failed)
            {
                return failed;
            }
        }

        if (request.Properties[Attributes] is not JsonArray { Count: > 0 } attributes)
        {
            return Done(made);
        }

        var call = new JsonObject { ["TargetGroupArn"] = made.TargetGroupArn, ["Attributes"] = attributes.DeepClone() };
        return ResourceHandler.Call<ModifyTargetGroupAttributesRequest, ModifyTargetGroupAttributesResponse>(
            request, LoadBalancingService.Name, "ModifyTargetGroupAttributes", call, _ => Done(made));
    }

    private static ResourceProgress.Done Done(TargetGroup made) => new(made.TargetGroupArn!, new Dictionary<string, JsonNode?>
    {
        ["TargetGroupArn"] = made.TargetGroupArn,
        ["TargetGroupFullName"] = TargetGroupRecord.MetricName(made.TargetGroupArn!),
        ["TargetGroupName"] = made.TargetGroupName,
        ["LoadBalancerArns"] = new JsonArray([.. (made.LoadBalancerArns ?? []).Select(arn => JsonValue.Create(arn))]),
    });
}
