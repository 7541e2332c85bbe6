using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing.Resources;

/// <summary><c>AWS::ElasticLoadBalancingV2::ListenerRule</c>.</summary>
internal static class ListenerRuleResource
{
    internal static ResourceType Type { get; } = new("AWS::ElasticLoadBalancingV2::ListenerRule", Create, Update, Delete)
    {
        ReplacedBy = new HashSet<string> { "ListenerArn", "Priority" },
    };

    private static ResourceProgress Create(ResourceRequest request) => ResourceHandler.Call<CreateRuleRequest, CreateRuleResponse>(
        request, LoadBalancingService.Name, "CreateRule", request.Properties, answer => Done(answer.Rules![0]));

    private static ResourceProgress Update(ResourceRequest request)
    {
        var properties = request.Properties.Without("ListenerArn", "Priority");
        properties["RuleArn"] = request.PhysicalId;
        return ResourceHandler.Call<ModifyRuleRequest, ModifyRuleResponse>(
            request, LoadBalancingService.Name, "ModifyRule", properties, answer => Done(answer.Rules![0]));
    }

    private static ResourceProgress Delete(ResourceRequest request) => ResourceHandler.Delete<DeleteRuleRequest, DeleteRuleResponse>(
        request, LoadBalancingService.Name, "DeleteRule", new() { RuleArn = request.PhysicalId }, "RuleNotFound");

    private static ResourceProgress.Done Done(Rule made) =>
        new(made.RuleArn!, new Dictionary<string, JsonNode?> { ["RuleArn"] = made.RuleArn, ["IsDefault"] = made.IsDefault });
}
