using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Bench.Dynamics;

// Days of many services that scale with their daily traffic, and of as many that nobody calls.
// dotnet run -c Release --project bench/dynamics [services] [days]
//
// What is kept grows until it has reached what AWS keeps (the last 100 events of a service) or what we do (the last 50 to 75 activities of a
// target, 30 state changes of an alarm): with this traffic within ten days; it is flat from then on.
var services = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
var days = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 14;
foreach (var busy in new[] { false, true })
{
    var account = new SimulatedAccount();
    Prepare(account, services, busy);
    Console.WriteLine($"{services} services, {(busy ? "daily traffic, target tracking between 1 and 20 tasks" : "idle")}");
    for (var day = 1; day <= days; day++)
    {
        var (wakes, started, used, allocated) = (account.Wakes, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        account.Advance(TimeSpan.FromDays(1));
        var (took, cpu) = (Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - used);
        Console.WriteLine(
            $"  day {day}: {took.TotalSeconds:F1} s, {cpu.TotalSeconds:F1} s of CPU: {TimeSpan.FromDays(1) / cpu:N0} x real time on one core; "
            + $"{account.Wakes - wakes:N0} wakes; {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB kept, {GC.GetTotalAllocatedBytes() - allocated >> 20} MB allocated");
    }
}

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
            ["Daily"] = new JsonObject { ["Low"] = 5, ["High"] = 15 + (i % 6 * 8), ["PeakAt"] = $"{8 + (i % 12):D2}:00:00" },
        });
    }
}
