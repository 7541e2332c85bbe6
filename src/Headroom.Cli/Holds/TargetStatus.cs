using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cli.Aws;

namespace Headroom.Cli.Holds;

/// <summary>One covered service as the APIs show it now.</summary>
/// <param name="Target">Resource id of the scalable target, <c>service/cluster/service</c>.</param>
/// <param name="MinCapacity">Tasks.</param>
/// <param name="MaxCapacity">Tasks.</param>
/// <param name="ScaleInSuspended">Whether dynamic scale-in is suspended.</param>
/// <param name="DesiredCount">Tasks; null where ECS does not know the service.</param>
/// <param name="RunningCount">Tasks; null where ECS does not know the service.</param>
internal sealed record TargetStatus(string Target, int MinCapacity, int MaxCapacity, bool ScaleInSuspended, int? DesiredCount, int? RunningCount)
{
    internal static async Task<IReadOnlyList<TargetStatus>> AllAsync(IAws aws, CancellationToken cancellation)
    {
        var targets = new List<TargetStatus>();
        string? token = null;
        do
        {
            var request = new JsonObject { ["ServiceNamespace"] = "ecs" };
            if (token is not null)
            {
                request["NextToken"] = token;
            }

            var page = await aws.CallAsync("application-autoscaling", "DescribeScalableTargets", request, cancellation);
            foreach (var target in page["ScalableTargets"]?.AsArray() ?? [])
            {
                targets.Add(await OfAsync(aws, target!.AsObject(), cancellation));
            }

            token = (string?)page["NextToken"];
        }
        while (token is not null);
        return targets;
    }

    internal static async Task<TargetStatus?> OfAsync(IAws aws, string target, CancellationToken cancellation)
    {
        var answer = await aws.CallAsync(
            "application-autoscaling",
            "DescribeScalableTargets",
            new() { ["ServiceNamespace"] = "ecs", ["ResourceIds"] = new JsonArray(target) },
            cancellation);
        return answer["ScalableTargets"]?.AsArray() is [{ } found, ..] ? await OfAsync(aws, found.AsObject(), cancellation) : null;
    }

    private static async Task<TargetStatus> OfAsync(IAws aws, JsonObject target, CancellationToken cancellation)
    {
        var id = (string)target["ResourceId"]!;
        var parts = id.Split('/');
        var answer = await aws.CallAsync("ecs", "DescribeServices", new() { ["cluster"] = parts[1], ["services"] = new JsonArray(parts[2]) }, cancellation);
        var service = answer["services"]?.AsArray() is [{ } found, ..] ? found : null;
        return new(
            id,
            (int)(long)target["MinCapacity"]!,
            (int)(long)target["MaxCapacity"]!,
            (bool?)target["SuspendedState"]?["DynamicScalingInSuspended"] ?? false,
            (int?)(long?)service?["desiredCount"],
            (int?)(long?)service?["runningCount"]);
    }

    internal string Line() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Target}  scale-in {(ScaleInSuspended ? "suspended" : "active")}, desired {DesiredCount}, running {RunningCount}, min {MinCapacity}, max {MaxCapacity}");
}
