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
        Operation.Of<CreateEventBusRequest, CreateEventBusResponse>(
            "CreateEventBus", EventBridgeOperations.CreateEventBus, (step, r) => Bus(step, r.Name)),
        Operation.Of<DeleteEventBusRequest, DeleteEventBusResponse>(
            "DeleteEventBus", EventBridgeOperations.DeleteEventBus, (step, r) => Bus(step, r.Name)),
        Operation.Of<DescribeEventBusRequest, DescribeEventBusResponse>(
            "DescribeEventBus", EventBridgeOperations.DescribeEventBus, (step, r) => Bus(step, r.Name)),
        Operation.Of<ListEventBusesRequest, ListEventBusesResponse>("ListEventBuses", EventBridgeOperations.ListEventBuses),
        Rule<PutRuleRequest, PutRuleResponse>("PutRule", EventBridgeOperations.PutRule, r => (r.EventBusName, r.Name)),
        Rule<DeleteRuleRequest, DeleteRuleResponse>("DeleteRule", EventBridgeOperations.DeleteRule, r => (r.EventBusName, r.Name)),
        Rule<EnableRuleRequest, EnableRuleResponse>("EnableRule", EventBridgeOperations.EnableRule, r => (r.EventBusName, r.Name)),
        Rule<DisableRuleRequest, DisableRuleResponse>("DisableRule", EventBridgeOperations.DisableRule, r => (r.EventBusName, r.Name)),
        Rule<DescribeRuleRequest, DescribeRuleResponse>("DescribeRule", EventBridgeOperations.DescribeRule, r => (r.EventBusName, r.Name)),
        Operation.Of<ListRulesRequest, ListRulesResponse>("ListRules", EventBridgeOperations.ListRules),
        Rule<PutTargetsRequest, PutTargetsResponse>("PutTargets", EventBridgeOperations.PutTargets, r => (r.EventBusName, r.Rule)),
        Rule<RemoveTargetsRequest, RemoveTargetsResponse>(
            "RemoveTargets", EventBridgeOperations.RemoveTargets, r => (r.EventBusName, r.Rule)),
        Rule<ListTargetsByRuleRequest, ListTargetsByRuleResponse>(
            "ListTargetsByRule", EventBridgeOperations.ListTargetsByRule, r => (r.EventBusName, r.Rule)),
        Operation.Of<TagResourceRequest, TagResourceResponse>("TagResource", EventBridgeOperations.TagResource, (_, r) => r.ResourceARN),
        Operation.Of<UntagResourceRequest, UntagResourceResponse>(
            "UntagResource", EventBridgeOperations.UntagResource, (_, r) => r.ResourceARN),
        Operation.Of<ListTagsForResourceRequest, ListTagsForResourceResponse>(
            "ListTagsForResource", EventBridgeOperations.ListTagsForResource, (_, r) => r.ResourceARN),
        Operation.Of<TestEventPatternRequest, TestEventPatternResponse>("TestEventPattern", EventBridgeOperations.TestEventPattern),

        // Entries may name several buses: the first one stands for all.
        Operation.Of<PutEventsRequest, PutEventsResponse>(
            "PutEvents", EventBridgeOperations.PutEvents, (step, r) => Bus(step, r.Entries[0].EventBusName)),
    ])
    {
        UnknownToken = _ => new("ValidationException", "Parameter NextToken is not valid."),
        ResourceTypes = EventBridgeResources.All,
        Woken = EventBridgeDynamics.Woken,
        Heard = EventBridgeDynamics.Heard,
    };

    private static Operation Rule<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, (string? Bus, string Name)> rule) =>
        Operation.Of(name, method, (step, request) => EventBridgeNames.RuleArn(step, rule(request).Bus, rule(request).Name));

    private static string Bus(Step step, string? name) => EventBridgeNames.BusArn(step.Settings, EventBridgeNames.Bus(name));
}
