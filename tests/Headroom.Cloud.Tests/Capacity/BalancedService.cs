using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.Elbv2;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>The service <c>web</c> behind a load balancer that checks every 10 s: 3 successes make a target healthy, 2 failures unhealthy.</summary>
internal sealed class BalancedService
{
    public BalancedService(int desired, JsonObject? labels = null, int graceSeconds = 0, JsonObject? deploymentConfiguration = null, bool forwarded = true)
    {
        Cloud.Call("ecs", "CreateCluster", new() { ["clusterName"] = "shop" });
        Capacity = new(Cloud);
        Capacity.RegisterTaskDefinition(labels);
        BalancerArn = (string)Cloud.Call("elbv2", "CreateLoadBalancer", new() { ["Name"] = "web", ["Subnets"] = new JsonArray("s-1", "s-2") })["LoadBalancers"]![0]!["LoadBalancerArn"]!;
        GroupArn = (string)Cloud.Call("elbv2", "CreateTargetGroup", new()
        {
            ["Name"] = "web",
            ["Port"] = 80,
            ["Protocol"] = "HTTP",
            ["TargetType"] = "ip",
            ["VpcId"] = "v",
            ["HealthCheckIntervalSeconds"] = 10,
            ["HealthyThresholdCount"] = 3,
            ["UnhealthyThresholdCount"] = 2,
        })["TargetGroups"]![0]!["TargetGroupArn"]!;
        Cloud.Call("elbv2", "ModifyTargetGroupAttributes", new() { ["TargetGroupArn"] = GroupArn, ["Attributes"] = new JsonArray(new JsonObject { ["Key"] = "deregistration_delay.timeout_seconds", ["Value"] = "60" }) });
        if (forwarded)
        {
            Forward();
        }

        ServiceRequest = new()
        {
            ["cluster"] = "shop",
            ["serviceName"] = "web",
            ["taskDefinition"] = "web",
            ["desiredCount"] = desired,
            ["launchType"] = "FARGATE",
            ["healthCheckGracePeriodSeconds"] = graceSeconds,
            ["networkConfiguration"] = CapacityCloud.Network("s-1"),
            ["loadBalancers"] = new JsonArray(new JsonObject { ["targetGroupArn"] = GroupArn, ["containerName"] = "web", ["containerPort"] = 80 }),
        };
        if (deploymentConfiguration is not null)
        {
            ServiceRequest["deploymentConfiguration"] = deploymentConfiguration;
        }

        if (forwarded)
        {
            Cloud.Call("ecs", "CreateService", ServiceRequest);
        }
    }

    public TestCloud Cloud { get; } = new();

    public CapacityCloud Capacity { get; }

    public string BalancerArn { get; }

    public string GroupArn { get; }

    public JsonObject ServiceRequest { get; }

    /// <summary>Each target's state, and its reason where it has one.</summary>
    public IReadOnlyList<string> Health =>
    [
        .. Cloud.Call<DescribeTargetHealthRequest, DescribeTargetHealthResponse>("elbv2", "DescribeTargetHealth", new() { TargetGroupArn = GroupArn })
            .TargetHealthDescriptions!.Select(target => $"{target.TargetHealth!.State} {target.TargetHealth.Reason}".TrimEnd()),
    ];

    public void Forward() => Cloud.Call("elbv2", "CreateListener", new()
    {
        ["LoadBalancerArn"] = BalancerArn,
        ["Protocol"] = "HTTP",
        ["Port"] = 80,
        ["DefaultActions"] = new JsonArray(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = GroupArn }),
    });
}
