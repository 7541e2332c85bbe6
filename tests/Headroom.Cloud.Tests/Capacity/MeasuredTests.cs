using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>Published measurements, within the spread that their sources state.</summary>
public sealed class MeasuredTests
{
    /// <summary>elasticscale.com, "Reduce AWS Fargate pull times with SOCI" (2024): 53 to 62 s, 57 s in the mean, from created to started.</summary>
    [Fact]
    public void A_task_of_413_MB_starts_in_57_seconds_in_the_mean()
    {
        var cloud = new CapacityCloud(desired: 400, labels: new() { ["headroom.image-mb"] = "413" });

        cloud.Advance(TimeSpan.FromMinutes(10));

        cloud.Tasks().Average(task => (task.StartedAt - task.CreatedAt)!.Value.TotalSeconds).ShouldBeInRange(53, 62);
    }

    /// <summary>vladionescu.me, "Scaling containers on AWS in 2022": several services, quotas raised: the first tasks after about 30 s, 3,500 after about 4.5 minutes.</summary>
    [Fact]
    public void Zero_to_3500_tasks_in_several_services_takes_about_four_and_a_half_minutes()
    {
        var cloud = new CapacityCloud(desired: 0);
        cloud.Cloud.Call("headroom-quotas", "PutFargateQuota", new() { ["VirtualCpus"] = 10_000, ["LaunchesPerSecond"] = 17 });
        string[] names = [.. Enumerable.Range(0, 7).Select(i => $"web-{i}")];
        var since = cloud.Cloud.Now;
        foreach (var name in names)
        {
            cloud.Cloud.Call("ecs", "CreateService", new()
            {
                ["cluster"] = "shop",
                ["serviceName"] = name,
                ["taskDefinition"] = "web",
                ["desiredCount"] = 500,
                ["launchType"] = "FARGATE",
                ["networkConfiguration"] = CapacityCloud.Network("subnet-1"),
            });
        }

        int Running() => (int)cloud.Cloud.Call("ecs", "DescribeClusters", new() { ["clusters"] = new JsonArray("shop") })["clusters"]![0]!["runningTasksCount"]!;
        var first = cloud.Until(() => Running() > 0, TimeSpan.FromMinutes(2)) - since;
        var last = cloud.Until(() => Running() == 3500, TimeSpan.FromMinutes(10)) - since;

        first.TotalSeconds.ShouldBeInRange(10, 40);
        last.TotalMinutes.ShouldBeInRange(4, 5);
    }

    /// <summary>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html: at most 500 tasks a minute per service on Fargate.</summary>
    [Fact]
    public void One_service_launches_at_most_500_tasks_in_any_minute()
    {
        var cloud = new CapacityCloud(desired: 0);

        cloud.Update(new() { ["desiredCount"] = 2000 });
        cloud.Advance(TimeSpan.FromMinutes(6));

        var created = cloud.Tasks().Select(task => task.CreatedAt!.Value).Order().ToList();
        created.Count.ShouldBe(2000);
        for (var i = 500; i < created.Count; i++)
        {
            (created[i] - created[i - 500]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(59.9));
        }
    }
}
