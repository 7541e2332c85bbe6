using System.Text.Json.Nodes;
using Headroom.Bench.Staging;

namespace Headroom.Bench.Comparison;

/// <summary>What the AWS APIs show of the service at one moment.</summary>
/// <param name="At">Since the first notification was published.</param>
/// <param name="ScaleIn">Whether scale-in is suspended.</param>
/// <param name="ScaleOut">Whether scale-out is suspended.</param>
/// <param name="Scheduled">Whether scheduled scaling is suspended.</param>
/// <param name="Min">The target's MinCapacity.</param>
/// <param name="Desired">The service's desired count.</param>
internal sealed record Look(TimeSpan At, bool ScaleIn, bool ScaleOut, bool Scheduled, int Min, int Desired)
{
    /// <summary>Null where there is no scalable target (any more).</summary>
    internal static Look? Of(DeployedStack stack, DateTimeOffset zero)
    {
        var targets = stack.Cloud.Call("application-autoscaling", "DescribeScalableTargets", new() { ["ServiceNamespace"] = "ecs", ["ResourceIds"] = new JsonArray(DeployedStack.ResourceId) });
        if (targets["ScalableTargets"]!.AsArray() is not [{ } target])
        {
            return null;
        }

        var services = stack.Cloud.Call("ecs", "DescribeServices", new() { ["cluster"] = DeployedStack.Cluster, ["services"] = new JsonArray(DeployedStack.Service) });
        var flags = target["SuspendedState"];
        return new(
            stack.Cloud.Now - zero,
            Is(flags, "DynamicScalingInSuspended"),
            Is(flags, "DynamicScalingOutSuspended"),
            Is(flags, "ScheduledScalingSuspended"),
            (int)target["MinCapacity"]!,
            (int)services["services"]![0]!["desiredCount"]!);
    }

    private static bool Is(JsonNode? flags, string name) => (bool?)flags?[name] == true;
}
