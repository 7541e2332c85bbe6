using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Services.ElasticLoadBalancing;

/// <summary>What the load balancing room keeps, each by its ARN.</summary>
internal static class LoadBalancingState
{
    internal static readonly TableName<LoadBalancerRecord> LoadBalancers = new("elbv2/load-balancers");

    internal static readonly TableName<TargetGroupRecord> TargetGroups = new("elbv2/target-groups");

    internal static readonly TableName<Listener> Listeners = new("elbv2/listeners");

    /// <summary>Rules by <c>listener ARN</c>, a line feed, and their ARN.</summary>
    internal static readonly TableName<RuleRecord> Rules = new("elbv2/rules");

    /// <summary>Targets by target group ARN, a line feed, address and port.</summary>
    internal static readonly TableName<TargetRecord> Targets = new("elbv2/targets");

    /// <summary>Tags by the ARN of what has them.</summary>
    internal static readonly TableName<TagDescription> Tags = new("elbv2/tags");

    internal static string TargetKey(string targetGroupArn, string id, int? port) => $"{targetGroupArn}\n{id}:{port}";

    internal static string TargetsOf(string targetGroupArn) => targetGroupArn + "\n";
}
