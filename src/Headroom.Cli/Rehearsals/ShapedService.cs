using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;
using Headroom.Rehearsal.Comparing;
using Headroom.Rehearsal.Plans;

namespace Headroom.Cli.Rehearsals;

/// <summary>Gives a deployed service the shape that a plan wants, through the APIs that its owners would use.</summary>
internal sealed class ShapedService(IAws aws, string cluster, string service)
{
    private static readonly string[] Kept = ["family", "containerDefinitions", "networkMode", "requiresCompatibilities", "executionRoleArn", "taskRoleArn", "volumes", "cpu", "memory"];

    internal async Task ShapeAsync(ServicePlan plan, CancellationToken cancellation)
    {
        if (plan.MinCapacity is not null || plan.MaxCapacity is not null)
        {
            await LimitAsync(plan, cancellation);
        }

        if (plan.TargetCpuPercent is { } percent)
        {
            await TrackAsync(percent, cancellation);
        }

        if (plan.Cpu is not null || plan.Memory is not null)
        {
            await SizeAsync(plan, cancellation);
        }
    }

    /// <summary>What Fargate takes for one of its tasks, US dollars an hour.</summary>
    internal async Task<decimal> TaskHourPriceAsync(CancellationToken cancellation)
    {
        var definition = await DefinitionAsync(cancellation);
        decimal Units(string name) => decimal.Parse((string)definition[name]!, CultureInfo.InvariantCulture) / 1024;
        return FargatePrice.OfTaskHour(Units("cpu"), Units("memory"));
    }

    private JsonObject Target => new() { ["ServiceNamespace"] = "ecs", ["ResourceId"] = $"service/{cluster}/{service}", ["ScalableDimension"] = "ecs:service:DesiredCount" };

    private async Task LimitAsync(ServicePlan plan, CancellationToken cancellation)
    {
        var request = Target;
        Put(request, "MinCapacity", plan.MinCapacity);
        Put(request, "MaxCapacity", plan.MaxCapacity);
        await aws.CallAsync("application-autoscaling", "RegisterScalableTarget", request, cancellation);
    }

    private async Task TrackAsync(double percent, CancellationToken cancellation)
    {
        var described = await aws.CallAsync("application-autoscaling", "DescribeScalingPolicies", Target, cancellation);
        var policy = (described["ScalingPolicies"]?.AsArray() ?? []).FirstOrDefault(policy => MetricOf(policy!) == "ECSServiceAverageCPUUtilization")
            ?? throw new CommandFailure($"service.targetCpuPercent: {cluster}/{service} has no target tracking policy on its CPU.");
        var request = Target;
        request["PolicyName"] = (string?)policy["PolicyName"];
        request["PolicyType"] = (string?)policy["PolicyType"];
        request["TargetTrackingScalingPolicyConfiguration"] = policy["TargetTrackingScalingPolicyConfiguration"]!.DeepClone();
        request["TargetTrackingScalingPolicyConfiguration"]!["TargetValue"] = percent;
        await aws.CallAsync("application-autoscaling", "PutScalingPolicy", request, cancellation);
    }

    private static string? MetricOf(JsonNode policy) => (string?)policy["TargetTrackingScalingPolicyConfiguration"]?["PredefinedMetricSpecification"]?["PredefinedMetricType"];

    private async Task SizeAsync(ServicePlan plan, CancellationToken cancellation)
    {
        var definition = await DefinitionAsync(cancellation);
        var request = new JsonObject(Kept.Where(definition.ContainsKey).Select(name => KeyValuePair.Create(name, definition[name]?.DeepClone())));
        Put(request, "cpu", plan.Cpu?.ToString(CultureInfo.InvariantCulture));
        Put(request, "memory", plan.Memory?.ToString(CultureInfo.InvariantCulture));
        var registered = await aws.CallAsync("ecs", "RegisterTaskDefinition", request, cancellation);
        await aws.CallAsync(
            "ecs", "UpdateService", new() { ["cluster"] = cluster, ["service"] = service, ["taskDefinition"] = (string?)registered["taskDefinition"]!["taskDefinitionArn"] }, cancellation);
    }

    private async Task<JsonObject> DefinitionAsync(CancellationToken cancellation)
    {
        var services = await aws.CallAsync("ecs", "DescribeServices", new() { ["cluster"] = cluster, ["services"] = new JsonArray(service) }, cancellation);
        var described = await aws.CallAsync("ecs", "DescribeTaskDefinition", new() { ["taskDefinition"] = (string?)services["services"]![0]!["taskDefinition"] }, cancellation);
        return described["taskDefinition"]!.AsObject();
    }

    private static void Put(JsonObject request, string name, JsonNode? value)
    {
        if (value is not null)
        {
            request[name] = value;
        }
    }
}
