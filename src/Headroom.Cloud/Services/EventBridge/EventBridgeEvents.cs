using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>What happens in the room, for the log, and as metrics in <c>AWS/Events</c>.</summary>
internal static class EventBridgeEvents
{
    /// <summary>An application's event; it is on its bus already, so it goes to the log without a source.</summary>
    internal static void Put(Step step, string bus, PutEventsRequestEntry entry, JsonObject detail) =>
        step.Emit(EventBridgeService.Name, entry.DetailType!, entry.Resources ?? [], new JsonObject
        {
            ["source"] = entry.Source,
            ["eventBusName"] = bus,
            ["detail"] = detail.DeepClone(),
        });

    internal static void Triggered(Step step, StoredRule rule) => Count(step, rule, "TriggeredRules");

    internal static void Delivered(Step step, StoredRule rule) => Count(step, rule, "Invocations");

    internal static void NotDelivered(Step step, StoredRule rule, Target target, Refusal refusal)
    {
        step.Emit(EventBridgeService.Name, "Event Delivery Failed", [rule.Arn(step.Settings), target.Arn], new JsonObject
        {
            ["ruleName"] = rule.Name,
            ["error"] = $"{refusal.Code}: {refusal.Message}",
        });
        Count(step, rule, "FailedInvocations");
    }

    private static void Count(Step step, StoredRule rule, string metric) =>
        ServiceMetrics.Publish(step, "events.amazonaws.com", "AWS/Events", ("RuleName", rule.Name), (metric, 1, "Count"));
}
