using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

internal static partial class LoadBalancingOperations
{
    private static readonly Refusal NoRule = new("RuleNotFound", "One or more rules not found");

    /// <summary>Creates a rule; a listener has one per priority.</summary>
    internal static Outcome<CreateRuleResponse> CreateRule(Step step, CreateRuleRequest request)
    {
        if (step.Table(LoadBalancingState.Listeners).Find(request.ListenerArn) is null)
        {
            return NoListener;
        }

        var priority = request.Priority.ToString();
        if (RulesOf(step, request.ListenerArn).Any(record => record.Rule.Priority == priority))
        {
            return new Refusal("PriorityInUse", $"Priority '{priority}' is currently in use");
        }

        var arn = $"{request.ListenerArn.Replace(":listener/", ":listener-rule/", StringComparison.Ordinal)}/{step.Ids.NextHex(16)}";
        var made = new Rule { RuleArn = arn, Priority = priority, Conditions = request.Conditions, Actions = request.Actions, IsDefault = false };
        step.Table(LoadBalancingState.Rules).Put(RuleRecord.KeyOf(request.ListenerArn, arn), new(request.ListenerArn, made));
        PutTags(step, arn, request.Tags);
        return new CreateRuleResponse { Rules = [made] };
    }

    /// <summary>Describes a listener's rules, its default actions last.</summary>
    internal static Outcome<DescribeRulesResponse> DescribeRules(Step step, DescribeRulesRequest request)
    {
        if (request.RuleArns is { Count: > 0 } arns)
        {
            var found = arns.Select(arn => FindRule(step, arn)).OfType<RuleRecord>().Select(record => record.Rule).ToList();
            return found.Count == arns.Count ? new DescribeRulesResponse { Rules = found } : NoRule;
        }

        if (request.ListenerArn is null || step.Table(LoadBalancingState.Listeners).Find(request.ListenerArn) is not { } listener)
        {
            return NoListener;
        }

        var byDefault = new Rule { RuleArn = $"{listener.ListenerArn!.Replace(":listener/", ":listener-rule/", StringComparison.Ordinal)}/default", Priority = "default", Conditions = [], Actions = listener.DefaultActions, IsDefault = true };
        return new DescribeRulesResponse { Rules = [.. RulesOf(step, request.ListenerArn).Select(record => record.Rule).OrderBy(rule => int.Parse(rule.Priority!)), byDefault] };
    }

    /// <summary>Changes a rule's conditions or actions.</summary>
    internal static Outcome<ModifyRuleResponse> ModifyRule(Step step, ModifyRuleRequest request)
    {
        if (FindRule(step, request.RuleArn) is not { } record)
        {
            return NoRule;
        }

        var changed = record.Rule with { Conditions = request.Conditions ?? record.Rule.Conditions, Actions = request.Actions ?? record.Rule.Actions };
        step.Table(LoadBalancingState.Rules).Put(RuleRecord.KeyOf(record.ListenerArn, request.RuleArn), record with { Rule = changed });
        return new ModifyRuleResponse { Rules = [changed] };
    }

    /// <summary>Deletes a rule.</summary>
    internal static Outcome<DeleteRuleResponse> DeleteRule(Step step, DeleteRuleRequest request) =>
        step.Table(LoadBalancingState.Rules).Remove(RuleRecord.KeyOf(RuleRecord.ListenerOf(request.RuleArn), request.RuleArn)) ? new DeleteRuleResponse() : NoRule;

    private static RuleRecord? FindRule(Step step, string arn) => step.Table(LoadBalancingState.Rules).Find(RuleRecord.KeyOf(RuleRecord.ListenerOf(arn), arn));

    private static IReadOnlyList<RuleRecord> RulesOf(Step step, string listenerArn) => step.Table(LoadBalancingState.Rules).WithPrefix(listenerArn + "\n");
}
