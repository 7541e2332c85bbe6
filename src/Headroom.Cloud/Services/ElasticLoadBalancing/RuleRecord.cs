using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>A listener's rule.</summary>
internal sealed record RuleRecord(string ListenerArn, Rule Rule)
{
    internal static string KeyOf(string listenerArn, string ruleArn) => $"{listenerArn}\n{ruleArn}";

    /// <summary>A rule's ARN has its listener's in it: <c>listener-rule/app/…</c>.</summary>
    internal static string ListenerOf(string ruleArn) => ruleArn[..ruleArn.LastIndexOf('/')].Replace(":listener-rule/", ":listener/", StringComparison.Ordinal);
}
