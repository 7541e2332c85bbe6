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
/// <param name="FailingDeployment">What ECS says of a deployment that failed, or whose tasks fail to start; null where there is none.</param>
internal sealed record TargetStatus(
    string Target,
    int MinCapacity,
    int MaxCapacity,
    bool ScaleInSuspended,
    int? DesiredCount,
    int? RunningCount,
    string? FailingDeployment)
{
    internal static async Task<IReadOnlyList<TargetStatus>> AllAsync(IAws aws, CancellationToken cancellation)
    {
        var targets = new List<TargetStatus>();
        await foreach (var page in aws.PagesAsync("application-autoscaling", "DescribeScalableTargets", new() { ["ServiceNamespace"] = "ecs" }, "NextToken", cancellation: cancellation))
        {
            foreach (var target in page["ScalableTargets"]?.AsArray() ?? [])
            {
                targets.Add(Of(target!, await ServiceAsync(aws, (string)target!["ResourceId"]!, cancellation)));
            }
        }

        return targets;
    }

    /// <summary>One target, or null where it is none. The service is read first: whoever sees its capacity raised also sees the pause that came before.</summary>
    internal static async Task<TargetStatus?> OfAsync(IAws aws, string target, CancellationToken cancellation)
    {
        var service = await ServiceAsync(aws, target, cancellation);
        var answer = await aws.CallAsync(
            "application-autoscaling",
            "DescribeScalableTargets",
            new() { ["ServiceNamespace"] = "ecs", ["ResourceIds"] = new JsonArray(target) },
            cancellation);
        return answer["ScalableTargets"]?.AsArray() is [{ } found, ..] ? Of(found, service) : null;
    }

    internal string Line() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Target}  scale-in {(ScaleInSuspended ? "suspended" : "active")}, desired {DesiredCount}, running {RunningCount}, min {MinCapacity}, max {MaxCapacity}{(FailingDeployment is null ? "" : $"; failing deployment: {FailingDeployment}")}");

    private static async Task<JsonNode?> ServiceAsync(IAws aws, string target, CancellationToken cancellation)
    {
        var parts = target.Split('/');
        var answer = await aws.CallAsync("ecs", "DescribeServices", new() { ["cluster"] = parts[1], ["services"] = new JsonArray(parts[2]) }, cancellation);
        return answer["services"]?.AsArray() is [{ } found, ..] ? found : null;
    }

    private static TargetStatus Of(JsonNode target, JsonNode? service) => new(
        (string)target["ResourceId"]!,
        (int)(long)target["MinCapacity"]!,
        (int)(long)target["MaxCapacity"]!,
        (bool?)target["SuspendedState"]?["DynamicScalingInSuspended"] ?? false,
        (int?)(long?)service?["desiredCount"],
        (int?)(long?)service?["runningCount"],
        service?["deployments"]?.AsArray().Where(IsFailing).Select(Said).FirstOrDefault());

    private static bool IsFailing(JsonNode? deployment) => (string?)deployment!["rolloutState"] == "FAILED" || (long?)deployment["failedTasks"] > 0;

    private static string Said(JsonNode? deployment) => $"{(string?)deployment!["rolloutStateReason"]} ({(long?)deployment["failedTasks"] ?? 0} tasks failed)";
}
