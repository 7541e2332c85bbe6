using CsCheck;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>Whatever is wished for, tasks are launched no faster than AWS's token buckets let them (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/throttling.html).</summary>
public sealed class LaunchRatePropertyTests
{
    private const int Services = 5;

    private static readonly Gen<List<(int Service, int Count, int Seconds)>> AnyWishes = Gen.Select(Gen.Int[0, Services - 1], Gen.Int[0, 400], Gen.Int[0, 30]).List[6, 12];

    [Fact]
    public void No_window_sees_more_launches_than_its_bucket_held_and_got() => AnyWishes.Sample(wishes =>
    {
        var cloud = new CapacityCloud(desired: 0);
        for (var i = 0; i < Services; i++)
        {
            cloud.Cloud.Call("ecs", "CreateService", new()
            {
                ["cluster"] = "shop",
                ["serviceName"] = $"web-{i}",
                ["taskDefinition"] = "web",
                ["desiredCount"] = 30,
                ["launchType"] = "FARGATE",
                ["networkConfiguration"] = CapacityCloud.Network("subnet-1"),
            });
        }

        foreach (var (service, count, seconds) in wishes)
        {
            cloud.Cloud.Call("ecs", "UpdateService", new() { ["cluster"] = "shop", ["service"] = $"web-{service}", ["desiredCount"] = count });
            cloud.Advance(TimeSpan.FromSeconds(seconds));
        }

        var launches = cloud.Cloud.Log.After(0)
            .Where(happened => happened.Type == "ECS Task State Change" && (string?)happened.Detail["lastStatus"] == "PROVISIONING")
            .GroupBy(happened => (string)happened.Detail["group"]!, happened => happened.Time)
            .ToDictionary(service => service.Key, service => service.Order().ToList());
        Within(launches.Values.SelectMany(times => times).Order().ToList(), burst: 100, perSecond: 20);
        launches.Values.ShouldAllBe(times => Within(times, 20, 8));
    }, iter: 15);

    // A service's bucket of 20 and 8 a second lets 500 pass in a minute, which is what AWS documents.
    private static bool Within(List<DateTimeOffset> launches, double burst, double perSecond)
    {
        var instants = launches.GroupBy(time => time).Select(instant => (Time: instant.Key, Count: instant.Count())).ToList();
        for (var first = 0; first < instants.Count; first++)
        {
            var launched = 0;
            foreach (var (time, count) in instants.Skip(first))
            {
                launched += count;
                ((double)launched).ShouldBeLessThanOrEqualTo(burst + (perSecond * (time - instants[first].Time).TotalSeconds) + 1e-6);
            }
        }

        return true;
    }
}
