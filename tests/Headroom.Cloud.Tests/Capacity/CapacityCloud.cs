using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Headroom.Wire.Shapes.Ecs;
using Task = Headroom.Wire.Shapes.Ecs.Task;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>A cloud with the cluster <c>shop</c> and the service <c>web</c>, and short ways to ask about them.</summary>
internal sealed class CapacityCloud
{
    public const string ResourceId = "service/shop/web";

    public CapacityCloud(int desired = 1, ulong seed = 1, JsonObject? service = null, JsonObject? labels = null)
    {
        Cloud = new(seed: seed);
        Cloud.Call("ecs", "CreateCluster", new() { ["clusterName"] = "shop" });
        RegisterTaskDefinition(labels);
        var request = new JsonObject
        {
            ["cluster"] = "shop",
            ["serviceName"] = "web",
            ["taskDefinition"] = "web",
            ["desiredCount"] = desired,
            ["launchType"] = "FARGATE",
            ["networkConfiguration"] = Network("subnet-1"),
        };
        foreach (var (name, value) in service ?? [])
        {
            request[name] = value?.DeepClone();
        }

        Cloud.Call("ecs", "CreateService", request);
    }

    public TestCloud Cloud { get; }

    public Service Service => Cloud.Call<DescribeServicesRequest, DescribeServicesResponse>("ecs", "DescribeServices", new() { Cluster = "shop", Services = ["web"] }).Services!.Single();

    public ScalableTarget Target => Cloud.Call<DescribeScalableTargetsRequest, DescribeScalableTargetsResponse>(
        "application-autoscaling", "DescribeScalableTargets", new() { ServiceNamespace = "ecs", ResourceIds = [ResourceId] }).ScalableTargets!.Single();

    public IReadOnlyList<ScalingActivity> Activities => Cloud.Call<DescribeScalingActivitiesRequest, DescribeScalingActivitiesResponse>(
        "application-autoscaling", "DescribeScalingActivities", new() { ServiceNamespace = "ecs" }).ScalingActivities!;

    public IReadOnlyList<string> Messages => [.. Service.Events!.Select(said => said.Message!)];

    public static JsonObject Network(string subnet) => new() { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray(subnet) } };

    public void RegisterTaskDefinition(JsonObject? labels = null) => Cloud.Call("ecs", "RegisterTaskDefinition", new()
    {
        ["family"] = "web",
        ["cpu"] = "256",
        ["memory"] = "512",
        ["networkMode"] = "awsvpc",
        ["requiresCompatibilities"] = new JsonArray("FARGATE"),
        ["containerDefinitions"] = new JsonArray(new JsonObject { ["name"] = "web", ["image"] = "web", ["dockerLabels"] = labels ?? [] }),
    });

    public void Update(JsonObject change)
    {
        change["cluster"] = "shop";
        change["service"] = "web";
        Cloud.Call("ecs", "UpdateService", change);
    }

    public void Register(JsonObject change)
    {
        change["ServiceNamespace"] = "ecs";
        change["ResourceId"] = ResourceId;
        change["ScalableDimension"] = "ecs:service:DesiredCount";
        Cloud.Call("application-autoscaling", "RegisterScalableTarget", change);
    }

    public IReadOnlyList<Task> Tasks(string desiredStatus = "RUNNING")
    {
        var arns = Cloud.Call<ListTasksRequest, ListTasksResponse>("ecs", "ListTasks", new() { Cluster = "shop", ServiceName = "web", DesiredStatus = desiredStatus }).TaskArns!;
        return arns.Count == 0 ? [] : Cloud.Call<DescribeTasksRequest, DescribeTasksResponse>("ecs", "DescribeTasks", new() { Cluster = "shop", Tasks = arns }).Tasks!;
    }

    public void Advance(TimeSpan by) => Cloud.Advance(by);
}
