using Headroom.Wire.Shapes.Elbv2;
using Operations = Headroom.Cloud.Services.ElasticLoadBalancing.LoadBalancingOperations;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>Elastic Load Balancing, version 2: application load balancers and the health of their targets.</summary>
public static class LoadBalancingService
{
    internal const string Name = "elbv2";

    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(Name,
    [
        Operation.Of<CreateLoadBalancerRequest, CreateLoadBalancerResponse>("CreateLoadBalancer", Operations.CreateLoadBalancer),
        Operation.Of<DescribeLoadBalancersRequest, DescribeLoadBalancersResponse>("DescribeLoadBalancers", Operations.DescribeLoadBalancers),
        Operation.Of<DeleteLoadBalancerRequest, DeleteLoadBalancerResponse>("DeleteLoadBalancer", Operations.DeleteLoadBalancer, (_, r) => r.LoadBalancerArn),
        Operation.Of<DescribeLoadBalancerAttributesRequest, DescribeLoadBalancerAttributesResponse>("DescribeLoadBalancerAttributes", Operations.DescribeLoadBalancerAttributes),
        Operation.Of<ModifyLoadBalancerAttributesRequest, ModifyLoadBalancerAttributesResponse>("ModifyLoadBalancerAttributes", Operations.ModifyLoadBalancerAttributes, (_, r) => r.LoadBalancerArn),
        Operation.Of<CreateTargetGroupRequest, CreateTargetGroupResponse>("CreateTargetGroup", Operations.CreateTargetGroup),
        Operation.Of<DescribeTargetGroupsRequest, DescribeTargetGroupsResponse>("DescribeTargetGroups", Operations.DescribeTargetGroups),
        Operation.Of<ModifyTargetGroupRequest, ModifyTargetGroupResponse>("ModifyTargetGroup", Operations.ModifyTargetGroup, (_, r) => r.TargetGroupArn),
        Operation.Of<DeleteTargetGroupRequest, DeleteTargetGroupResponse>("DeleteTargetGroup", Operations.DeleteTargetGroup, (_, r) => r.TargetGroupArn),
        Operation.Of<DescribeTargetGroupAttributesRequest, DescribeTargetGroupAttributesResponse>("DescribeTargetGroupAttributes", Operations.DescribeTargetGroupAttributes),
        Operation.Of<ModifyTargetGroupAttributesRequest, ModifyTargetGroupAttributesResponse>("ModifyTargetGroupAttributes", Operations.ModifyTargetGroupAttributes, (_, r) => r.TargetGroupArn),
        Operation.Of<RegisterTargetsRequest, RegisterTargetsResponse>("RegisterTargets", Operations.RegisterTargets, (_, r) => r.TargetGroupArn),
        Operation.Of<DeregisterTargetsRequest, DeregisterTargetsResponse>("DeregisterTargets", Operations.DeregisterTargets, (_, r) => r.TargetGroupArn),
        Operation.Of<DescribeTargetHealthRequest, DescribeTargetHealthResponse>("DescribeTargetHealth", Operations.DescribeTargetHealth),
        Operation.Of<CreateListenerRequest, CreateListenerResponse>("CreateListener", Operations.CreateListener, (_, r) => r.LoadBalancerArn),
        Operation.Of<DescribeListenersRequest, DescribeListenersResponse>("DescribeListeners", Operations.DescribeListeners),
        Operation.Of<ModifyListenerRequest, ModifyListenerResponse>("ModifyListener", Operations.ModifyListener, (_, r) => r.ListenerArn),
        Operation.Of<DeleteListenerRequest, DeleteListenerResponse>("DeleteListener", Operations.DeleteListener, (_, r) => r.ListenerArn),
        Operation.Of<CreateRuleRequest, CreateRuleResponse>("CreateRule", Operations.CreateRule, (_, r) => r.ListenerArn),
        Operation.Of<DescribeRulesRequest, DescribeRulesResponse>("DescribeRules", Operations.DescribeRules),
        Operation.Of<ModifyRuleRequest, ModifyRuleResponse>("ModifyRule", Operations.ModifyRule, (_, r) => r.RuleArn),
        Operation.Of<DeleteRuleRequest, DeleteRuleResponse>("DeleteRule", Operations.DeleteRule, (_, r) => r.RuleArn),
        Operation.Of<AddTagsRequest, AddTagsResponse>("AddTags", Operations.AddTags, (_, r) => r.ResourceArns.Count == 1 ? r.ResourceArns[0] : "*"),
        Operation.Of<RemoveTagsRequest, RemoveTagsResponse>("RemoveTags", Operations.RemoveTags, (_, r) => r.ResourceArns.Count == 1 ? r.ResourceArns[0] : "*"),
        Operation.Of<DescribeTagsRequest, DescribeTagsResponse>("DescribeTags", Operations.DescribeTags),
    ])
    {
        UnknownToken = _ => new("ValidationError", "The marker is not valid."),
        ResourceTypes = LoadBalancingResources.All,
        Woken = LoadBalancingDynamics.Woken,
    };
}
