using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>Amazon EventBridge: buses, rules and schedules.</summary>
public static class EventBridgeService
{
    internal const string Name = "events";

    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(Name,
    [
        Operation.Of<CreateEventBusRequest, CreateEventBusResponse>("CreateEventBus", EventBridgeOperations.CreateEventBus, (step, r) => Bus(step, r.Name)),
        Operation.Of<DeleteEventBusRequest, DeleteEventBusResponse>("DeleteEventBus", EventBridgeOperations.DeleteEventBus, (step, r) => Bus(step, r.Name)),
        Operation.Of<DescribeEventBusRequest, DescribeEventBusResponse>("DescribeEventBus", EventBridgeOperations.DescribeEventBus, (step, r) => Bus(step, r.Name)),
        Operation.Of<ListEventBusesRequest, ListEventBusesResponse>("ListEventBuses", EventBridgeOperations.ListEventBuses),
        Operation.Of<PutRuleRequest, PutRuleResponse>("PutRule", EventBridgeOperations.PutRule, (step, r) => EventBridgeNames.RuleArn(step, r.EventBusName, r.Name)),
        Operation.Of<DeleteRuleRequest, DeleteRuleResponse>("DeleteRule", EventBridgeOperations.DeleteRule, (step, r) => EventBridgeNames.RuleArn(step, r.EventBusName, r.Name)),
        Operation.Of<EnableRuleRequest, EnableRuleResponse>("EnableRule", EventBridgeOperations.EnableRule, (step, r) => EventBridgeNames.RuleArn(step, r.EventBusName, r.Name)),
        Operation.Of<DisableRuleRequest, DisableRuleResponse>("DisableRule", EventBridgeOperations.DisableRule, (step, r) => EventBridgeNames.RuleArn(step, r.EventBusName, r.Name)),
        Operation.Of<DescribeRuleRequest, DescribeRuleResponse>("DescribeRule", EventBridgeOperations.DescribeRule, (step, r) => EventBridgeNames.RuleArn(step, r.EventBusName, r.Name)),
        Operation.Of<ListRulesRequest, ListRulesResponse>("ListRules", EventBridgeOperations.ListRules),
        Operation.Of<PutTargetsRequest, PutTargetsResponse>("PutTargets", EventBridgeOperations.PutTargets, (step, r) => EventBridgeNames.RuleArn(step, r.EventBusName, r.Rule)),
        Operation.Of<RemoveTargetsRequest, RemoveTargetsResponse>("RemoveTargets", EventBridgeOperations.RemoveTargets, (step, r) => EventBridgeNames.RuleArn(step, r.EventBusName, r.Rule)),
        Operation.Of<ListTargetsByRuleRequest, ListTargetsByRuleResponse>("ListTargetsByRule", EventBridgeOperations.ListTargetsByRule, (step, r) => EventBridgeNames.RuleArn(step, r.EventBusName, r.Rule)),
        Operation.Of<TagResourceRequest, TagResourceResponse>("TagResource", EventBridgeOperations.TagResource, (_, r) => r.ResourceARN),
        Operation.Of<UntagResourceRequest, UntagResourceResponse>("UntagResource", EventBridgeOperations.UntagResource, (_, r) => r.ResourceARN),
        Operation.Of<ListTagsForResourceRequest, ListTagsForResourceResponse>("ListTagsForResource", EventBridgeOperations.ListTagsForResource, (_, r) => r.ResourceARN),
        Operation.Of<TestEventPatternRequest, TestEventPatternResponse>("TestEventPattern", EventBridgeOperations.TestEventPattern),

        // Entries may name several buses: the first one stands for all.
        Operation.Of<PutEventsRequest, PutEventsResponse>("PutEvents", EventBridgeOperations.PutEvents, (step, r) => Bus(step, r.Entries[0].EventBusName)),
    ])
    {
        ResourceTypes = EventBridgeResources.All,
        Woken = EventBridgeDynamics.Woken,
        Heard = EventBridgeDynamics.Heard,
    };

    private static string Bus(Step step, string? name) => EventBridgeNames.BusArn(step.Settings, EventBridgeNames.Bus(name));
}
