using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.EventBridge.Patterns;
using Headroom.Cloud.Services.EventBridge.Schedules;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>Rules: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html and its neighbours.</summary>
internal static partial class EventBridgeOperations
{
    /// <summary>Makes a rule, or replaces one: its targets and tags stay.</summary>
    internal static Outcome<PutRuleResponse> PutRule(Step step, PutRuleRequest request)
    {
        var bus = EventBridgeNames.Bus(request.EventBusName);
        if (!EventBridgeNames.BusExists(step, bus))
        {
            return EventBridgeNames.NoBus(bus);
        }

        if (Fault(request, bus) is { } fault)
        {
            return fault;
        }

        var before = FindRule(step, bus, request.Name);
        var rule = new StoredRule(
            bus,
            request.Name,
            request.EventPattern,
            request.ScheduleExpression,
            request.State ?? "ENABLED",
            request.Description,
            request.RoleArn,
            step.Now)
        {
            Targets = before?.Targets ?? [],
            Tags = before?.Tags ?? Tags(request.Tags),
            ScheduledSince = before?.ScheduleExpression == request.ScheduleExpression && before?.IsEnabled is true
                ? before.ScheduledSince
                : step.Now,
        };
        Put(step, rule);
        return new PutRuleResponse { RuleArn = rule.Arn(step.Settings) };
    }

    /// <summary>Only a rule without targets can be deleted; one that is not there counts as deleted.</summary>
    internal static Outcome<DeleteRuleResponse> DeleteRule(Step step, DeleteRuleRequest request)
    {
        var bus = EventBridgeNames.Bus(request.EventBusName);
        if (FindRule(step, bus, request.Name) is not { } rule)
        {
            return EventBridgeNames.BusExists(step, bus) ? new DeleteRuleResponse() : EventBridgeNames.NoBus(bus);
        }

        if (rule.Targets.Count > 0)
        {
            return new Refusal("ValidationException", "Rule can't be deleted since it has targets.");
        }

        step.Table(EventBridgeState.Rules).Remove(rule.Key);
        step.CancelWake(EventBridgeService.Name, EventBridgeDynamics.Scheduled(rule.Key));
        return new DeleteRuleResponse();
    }

    internal static Outcome<EnableRuleResponse> EnableRule(Step step, EnableRuleRequest request) =>
        Change(step, request.EventBusName, request.Name, rule => rule.IsEnabled
            ? rule
            : rule with { State = "ENABLED", ScheduledSince = step.Now }).Select(_ => new EnableRuleResponse());

    internal static Outcome<DisableRuleResponse> DisableRule(Step step, DisableRuleRequest request) =>
        Change(step, request.EventBusName, request.Name, rule => rule with { State = "DISABLED" }).Select(_ => new DisableRuleResponse());

    internal static Outcome<DescribeRuleResponse> DescribeRule(Step step, DescribeRuleRequest request)
    {
        var bus = EventBridgeNames.Bus(request.EventBusName);
        return FindRule(step, bus, request.Name) is { } rule
            ? new DescribeRuleResponse
            {
                Name = rule.Name,
                Arn = rule.Arn(step.Settings),
                EventPattern = rule.EventPattern,
                ScheduleExpression = rule.ScheduleExpression,
                State = rule.State,
                Description = rule.Description,
                RoleArn = rule.RoleArn,
                EventBusName = rule.Bus,
                CreatedBy = step.Settings.AccountId,
            }
            : EventBridgeNames.NoRule(bus, request.Name);
    }

    internal static Outcome<ListRulesResponse> ListRules(Step step, ListRulesRequest request)
    {
        var bus = EventBridgeNames.Bus(request.EventBusName);
        if (!EventBridgeNames.BusExists(step, bus))
        {
            return EventBridgeNames.NoBus(bus);
        }

        var rules = RulesOf(step, bus).Where(rule => rule.Name.StartsWith(request.NamePrefix ?? "", StringComparison.Ordinal));
        var page = Page.Of(rules, rule => rule.Name, request.NextToken, request.Limit ?? 100);
        return new ListRulesResponse
        {
            Rules = [.. page.Items.Select(rule => new Rule
            {
                Name = rule.Name,
                Arn = rule.Arn(step.Settings),
                EventPattern = rule.EventPattern,
                ScheduleExpression = rule.ScheduleExpression,
                State = rule.State,
                Description = rule.Description,
                RoleArn = rule.RoleArn,
                EventBusName = rule.Bus,
            })],
            NextToken = page.NextToken,
        };
    }

    internal static Outcome<TestEventPatternResponse> TestEventPattern(Step step, TestEventPatternRequest request) =>
        EventEnvelope.Parse(request.Event) is { } given
            ? Parsed(request.EventPattern).Select(pattern => new TestEventPatternResponse { Result = pattern.Matches(given) })
            : new Refusal("ValidationException", $"Parameter Event is not valid. Reason: it needs {EventEnvelope.Needs}.");

    internal static IReadOnlyList<StoredRule> RulesOf(Step step, string bus) => step.Table(EventBridgeState.Rules).WithPrefix($"{bus}\n");

    internal static StoredRule? FindRule(Step step, string bus, string name) =>
        step.Table(EventBridgeState.Rules).Find(EventBridgeState.RuleKey(bus, name));

    private static Refusal? Fault(PutRuleRequest request, string bus)
    {
        if (request is { EventPattern: null, ScheduleExpression: null })
        {
            return new("ValidationException", "Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }

        if (request.EventPattern is { } pattern && Parsed(pattern) is Outcome<EventPattern>.Refused refused)
        {
            return refused.Refusal;
        }

        return request.ScheduleExpression switch
        {
            null => null,
            _ when bus != EventBridgeState.DefaultBus => new(
                "ValidationException",
                "ScheduleExpression is supported only on the default event bus."),
            var schedule => ScheduleExpression.Parse(schedule) is null
                ? new("ValidationException", "Parameter ScheduleExpression is not valid.")
                : null,
        };
    }

    private static Outcome<EventPattern> Parsed(string pattern)
    {
        try
        {
            return PatternParser.Parse(pattern);
        }
        catch (PatternException fault)
        {
            return new Refusal("InvalidEventPatternException", $"Event pattern is not valid. Reason: {fault.Message}");
        }
    }

    private static void Put(Step step, StoredRule rule)
    {
        step.Table(EventBridgeState.Rules).Put(rule.Key, rule);
        EventBridgeDynamics.Schedule(step, rule);
    }

    private static Outcome<StoredRule> Change(Step step, string? busName, string name, Func<StoredRule, StoredRule> change)
    {
        var bus = EventBridgeNames.Bus(busName);
        if (FindRule(step, bus, name) is not { } rule)
        {
            return EventBridgeNames.NoRule(bus, name);
        }

        var changed = change(rule);
        Put(step, changed);
        return changed;
    }
}
