using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Bench.Dynamics;

// A day of many services that scale with their daily traffic, and a day of as many that nobody calls.
// dotnet run -c Release --project bench/dynamics [services]
var services = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
foreach (var busy in new[] { false, true })
{
    var account = new SimulatedAccount();
    Prepare(account, services, busy);
    account.Advance(TimeSpan.FromHours(1));
    var (wakesBefore, memoryBefore) = (account.Wakes, GC.GetTotalMemory(forceFullCollection: true));
    var day = TimeSpan.FromDays(1);
    var started = Stopwatch.GetTimestamp();
    account.Advance(day / 2);
    var memoryMidway = GC.GetTotalMemory(forceFullCollection: true);
    account.Advance(day / 2);
    var took = Stopwatch.GetElapsedTime(started);
    var memoryAfter = GC.GetTotalMemory(forceFullCollection: true);
    Console.WriteLine(
        $"{(busy ? "daily traffic" : "idle"),-14} {services} services, one day in {took.TotalSeconds:F1} s: {day / took:N0} x real time; {account.Wakes - wakesBefore:N0} wakes; "
        + $"memory {memoryBefore >> 20} MB at its start, {memoryMidway >> 20} MB at noon, {memoryAfter >> 20} MB at its end; {Activities(account)} scaling activities shown of the last service");
}

static int Activities(SimulatedAccount account) =>
    account.Call("application-autoscaling", "DescribeScalingActivities", new() { ["ServiceNamespace"] = "ecs", ["ResourceId"] = "service/shop/web-0", ["MaxResults"] = 50 })["ScalingActivities"]!.AsArray().Count;

static void Prepare(SimulatedAccount account, int services, bool busy)
{
    account.Call("ecs", "CreateCluster", new() { ["clusterName"] = "shop" });
    account.Call("ecs", "RegisterTaskDefinition", new()
    {
        ["family"] = "web",
        ["cpu"] = "256",
        ["memory"] = "512",
        ["networkMode"] = "awsvpc",
        ["requiresCompatibilities"] = new JsonArray("FARGATE"),
        ["containerDefinitions"] = new JsonArray(new JsonObject { ["name"] = "web", ["image"] = "web" }),
    });
    account.Call("headroom-quotas", "PutFargateQuota", new() { ["VirtualCpus"] = 1_000_000 });
    for (var i = 0; i < services; i++)
    {
        // As fast as AWS lets services be created: five a second.
        account.Advance(TimeSpan.FromMilliseconds(200));
        Service(account, $"web-{i}", busy ? i : null);
    }
}

static void Service(SimulatedAccount account, string name, int? index)
{
    account.Call("ecs", "CreateService", new()
    {
        ["cluster"] = "shop",
        ["serviceName"] = name,
        ["taskDefinition"] = "web",
        ["desiredCount"] = 2,
        ["launchType"] = "FARGATE",
        ["networkConfiguration"] = new JsonObject { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray("subnet-1") } },
    });
    JsonObject Target() => new() { ["ServiceNamespace"] = "ecs", ["ResourceId"] = $"service/shop/{name}", ["ScalableDimension"] = "ecs:service:DesiredCount" };
    var target = Target();
    (target["MinCapacity"], target["MaxCapacity"]) = (1, 20);
    account.Call("application-autoscaling", "RegisterScalableTarget", target);
    var policy = Target();
    (policy["PolicyName"], policy["PolicyType"]) = ("cpu", "TargetTrackingScaling");
    policy["TargetTrackingScalingPolicyConfiguration"] = new JsonObject
    {
        ["TargetValue"] = 50,
        ["PredefinedMetricSpecification"] = new JsonObject { ["PredefinedMetricType"] = "ECSServiceAverageCPUUtilization" },
    };
    account.Call("application-autoscaling", "PutScalingPolicy", policy);
    if (index is { } i)
    {
        account.Call("headroom-traffic", "PutTraffic", new()
        {
            ["Cluster"] = "shop",
            ["Service"] = name,
            ["Daily"] = new JsonObject { ["Low"] = 5, ["High"] = 30 + (i % 7 * 10), ["PeakAt"] = $"{8 + (i % 12):D2}:00:00" },
        });
    }
}
