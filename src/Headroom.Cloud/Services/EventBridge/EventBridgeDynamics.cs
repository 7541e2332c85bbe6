using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services.EventBridge.Targets;
using Headroom.Cloud.Services.EventBridge.Patterns;
using Headroom.Cloud.Services.EventBridge.Schedules;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>What happens by itself: schedules fire, events find their rules, and are delivered to the rules' targets.</summary>
internal static class EventBridgeDynamics
{
    private const string SchedulePrefix = "schedule/";

    internal static string Scheduled(string ruleKey) => SchedulePrefix + ruleKey;

    internal static void Woken(Step step, string key)
    {
        if (!key.StartsWith(SchedulePrefix, StringComparison.Ordinal))
        {
            Deliveries.Attempt(step, key);
            return;
        }

        var rule = step.Table(EventBridgeState.Rules).Get(key[SchedulePrefix.Length..]);
        var arn = rule.Arn(step.Settings);
        Trigger(step, rule, EventEnvelope.Of(step.Settings, step.Ids.NextUuid(), "aws.events", "Scheduled Event", step.Now, [arn], []));
        Schedule(step, rule);
    }

    /// <summary>What AWS's services say goes to the default bus.</summary>
    internal static void Heard(Step step, CloudEvent happened)
    {
        if (happened.Source is { } source && IsWanted(step, source, happened.Type))
        {
            var envelope = EventEnvelope.Of(
                step.Settings,
                step.Ids.NextUuid(),
                source,
                happened.Type,
                happened.Time,
                happened.Resources,
                happened.Detail);
            Route(step, EventBridgeState.DefaultBus, envelope);
        }
    }

    // Most of what happens interests no rule: the envelope is made only for what some rule might want.
    private static bool IsWanted(Step step, string source, string detailType)
    {
        var head = new JsonObject { ["source"] = source, ["detail-type"] = detailType };
        foreach (var rule in step.Table(EventBridgeState.Rules).Unordered)
        {
            if (rule is { Bus: EventBridgeState.DefaultBus, IsEnabled: true, EventPattern: { } pattern } && PatternTexts.Pattern(pattern).MayMatch(head))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives an event to every enabled rule of a bus whose pattern it matches.</summary>
    internal static void Route(Step step, string bus, JsonObject envelope)
    {
        foreach (var rule in EventBridgeOperations.RulesOf(step, bus))
        {
            if (rule is { IsEnabled: true, EventPattern: { } pattern } && PatternTexts.Pattern(pattern).Matches(envelope))
            {
                Trigger(step, rule, envelope);
            }
        }
    }

    /// <summary>Asks to be woken when the rule's schedule is next due.</summary>
    internal static void Schedule(Step step, StoredRule rule)
    {
        if (rule is { IsEnabled: true, ScheduleExpression: { } expression }
            && ScheduleExpression.Parse(expression)?.Next(step.Now, rule.ScheduledSince) is { } due)
        {
            step.WakeAt(EventBridgeService.Name, Scheduled(rule.Key), due);
        }
        else
        {
            step.CancelWake(EventBridgeService.Name, Scheduled(rule.Key));
        }
    }

    private static void Trigger(Step step, StoredRule rule, JsonObject envelope)
    {
        EventBridgeEvents.Triggered(step, rule);
        foreach (var target in rule.Targets)
        {
            Deliveries.Begin(step, rule, target, envelope);
        }
    }
}
