using System.Text.Json.Nodes;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Headroom.Wire.Shapes.Ecs;
using Task = Headroom.Wire.Shapes.Ecs.Task;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>A cloud with the cluster <c>shop</c> and the service <c>web</c>, and short ways to ask about them.</summary>
internal sealed class CapacityCloud
{
    public const string ResourceId = "service/shop/web";

    public CapacityCloud(TestCloud cloud) => Cloud = cloud;

    public CapacityCloud(int desired = 1, ulong seed = 1, JsonObject? service = null, JsonObject? labels = null, IStorage? storage = null)
    {
        Cloud = new(storage, seed);
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
        var tasks = new List<Task>();
        for (string? token = null; ;)
        {
            var page = Cloud.Call<ListTasksRequest, ListTasksResponse>("ecs", "ListTasks", new() { Cluster = "shop", ServiceName = "web", DesiredStatus = desiredStatus, NextToken = token });
            if (page.TaskArns!.Count > 0)
            {
                tasks.AddRange(Cloud.Call<DescribeTasksRequest, DescribeTasksResponse>("ecs", "DescribeTasks", new() { Cluster = "shop", Tasks = page.TaskArns }).Tasks!);
            }

            if ((token = page.NextToken) is null)
            {
                return tasks;
            }
        }
    }

    /// <summary>Sets a constant load, in requests of 20 ms of CPU per second.</summary>
    public void Load(double requestsPerSecond) => Cloud.Call("headroom-traffic", "PutTraffic", new() { ["Cluster"] = "shop", ["Service"] = "web", ["RequestsPerSecond"] = requestsPerSecond });

    public void Suspend(bool? scaleIn = null, bool? scaleOut = null)
    {
        var flags = new JsonObject();
        if (scaleIn is not null)
        {
            flags["DynamicScalingInSuspended"] = scaleIn;
        }

        if (scaleOut is not null)
        {
            flags["DynamicScalingOutSuspended"] = scaleOut;
        }

        Register(new() { ["SuspendedState"] = flags });
    }

    public void Track(string name, double target, string metric = "ECSServiceAverageCPUUtilization", bool disableScaleIn = false) => Policy(new()
    {
        ["PolicyName"] = name,
        ["PolicyType"] = "TargetTrackingScaling",
        ["TargetTrackingScalingPolicyConfiguration"] = new JsonObject
        {
            ["TargetValue"] = target,
            ["DisableScaleIn"] = disableScaleIn,
            ["PredefinedMetricSpecification"] = new JsonObject { ["PredefinedMetricType"] = metric },
        },
    });

    /// <summary>Puts a policy; its ARN.</summary>
    public string Policy(JsonObject policy)
    {
        policy["ServiceNamespace"] = "ecs";
        policy["ResourceId"] = ResourceId;
        policy["ScalableDimension"] = "ecs:service:DesiredCount";
        return (string)Cloud.Call("application-autoscaling", "PutScalingPolicy", policy)["PolicyARN"]!;
    }

    public void Schedule(string name, string schedule, string? timeZone, int? minimum, int? maximum)
    {
        var change = new JsonObject();
        if (minimum is not null)
        {
            change["MinCapacity"] = minimum;
        }

        if (maximum is not null)
        {
            change["MaxCapacity"] = maximum;
        }

        var request = new JsonObject
        {
            ["ServiceNamespace"] = "ecs",
            ["ResourceId"] = ResourceId,
            ["ScalableDimension"] = "ecs:service:DesiredCount",
            ["ScheduledActionName"] = name,
            ["Schedule"] = schedule,
            ["ScalableTargetAction"] = change,
        };
        if (timeZone is not null)
        {
            request["Timezone"] = timeZone;
        }

        Cloud.Call("application-autoscaling", "PutScheduledAction", request);
    }

    public IReadOnlyList<string> AlarmStates() => [.. Cloud.Call("cloudwatch", "DescribeAlarms", [])["MetricAlarms"]!.AsArray().Select(alarm => (string)alarm!["StateValue"]!)];

    public IReadOnlyList<string> NotScaled() =>
    [
        .. Cloud.Call<DescribeScalingActivitiesRequest, DescribeScalingActivitiesResponse>(
            "application-autoscaling", "DescribeScalingActivities", new() { ServiceNamespace = "ecs", IncludeNotScaledActivities = true })
            .ScalingActivities!.SelectMany(activity => activity.NotScaledReasons ?? []).Select(reason => reason.Code),
    ];

    /// <summary>Lets time pass, second by second, until something is so; when that was.</summary>
    public DateTimeOffset Until(Func<bool> isSo, TimeSpan atMost)
    {
        for (var end = Cloud.Now + atMost; !isSo(); Cloud.Advance(TimeSpan.FromSeconds(1)))
        {
            Cloud.Now.ShouldBeLessThan(end, "it did not happen in time");
        }

        return Cloud.Now;
    }

    public void Advance(TimeSpan by) => Cloud.Advance(by);
}
