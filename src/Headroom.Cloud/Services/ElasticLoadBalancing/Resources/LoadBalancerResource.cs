using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing.Resources;

/// <summary><c>AWS::ElasticLoadBalancingV2::LoadBalancer</c>.</summary>
internal static class LoadBalancerResource
{
    private const string Attributes = "LoadBalancerAttributes";
    private const int LongestName = 32;

    internal static ResourceType Type { get; } = new("AWS::ElasticLoadBalancingV2::LoadBalancer", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { "Name", "Scheme", "Type", "IpAddressType", "Subnets", "SubnetMappings", "SecurityGroups" },
    };

    private static ResourceProgress Create(ResourceRequest request)
    {
        var properties = request.Properties.Without(Attributes).WithStackTags(request);
        properties["Name"] ??= request.GeneratedName(LongestName);
        return ResourceHandler.Call<CreateLoadBalancerRequest, CreateLoadBalancerResponse>(
            request, LoadBalancingService.Name, "CreateLoadBalancer", properties, answer => SetAttributes(request, answer.LoadBalancers![0]));
    }

    private static ResourceProgress Update(ResourceRequest request) => ResourceHandler.Call<DescribeLoadBalancersRequest, DescribeLoadBalancersResponse>(
        request, LoadBalancingService.Name, "DescribeLoadBalancers", new DescribeLoadBalancersRequest { LoadBalancerArns = [request.PhysicalId] },
        answer => SetAttributes(request, answer.LoadBalancers![0]));

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteLoadBalancerRequest, DeleteLoadBalancerResponse>(
        request, LoadBalancingService.Name, "DeleteLoadBalancer", new() { LoadBalancerArn = request.PhysicalId }, "LoadBalancerNotFound");

    private static ResourceProgress SetAttributes(ResourceRequest request, LoadBalancer made)
    {
        if (request.Properties[Attributes] is not JsonArray { Count: > 0 } attributes)
        {
            return Done(made);
        }

        var call = new JsonObject { ["LoadBalancerArn"] = made.LoadBalancerArn, ["Attributes"] = attributes.DeepClone() };
        return ResourceHandler.Call<ModifyLoadBalancerAttributesRequest, ModifyLoadBalancerAttributesResponse>(
            request, LoadBalancingService.Name, "ModifyLoadBalancerAttributes", call, _ => Done(made));
    }

    private static ResourceProgress.Done Done(LoadBalancer made) => new(made.LoadBalancerArn!, new Dictionary<string, JsonNode?>
    {
        ["LoadBalancerArn"] = made.LoadBalancerArn,
        ["DNSName"] = made.DNSName,
        ["CanonicalHostedZoneID"] = made.CanonicalHostedZoneId,
        ["LoadBalancerFullName"] = LoadBalancerRecord.MetricName(made.LoadBalancerArn!),
        ["LoadBalancerName"] = made.LoadBalancerName,
        ["SecurityGroups"] = new JsonArray([.. made.SecurityGroups!.Select(group => JsonValue.Create(group))]),
    });
}
