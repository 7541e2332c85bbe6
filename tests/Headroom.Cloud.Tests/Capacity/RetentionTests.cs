using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>What is kept of a service that scales with its traffic day after day does not grow for ever.</summary>
public sealed class RetentionTests
{
    [Fact]
    public void A_service_keeps_its_last_100_events_its_target_its_last_75_activities_and_stopped_tasks_an_hour()
    {
        var cloud = new CapacityCloud(desired: 2);
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 20 });
        cloud.Track("cpu", 50);
        cloud.Cloud.Call("headroom-traffic", "PutTraffic", new()
        {
            ["Cluster"] = "shop",
            ["Service"] = "web",
            ["Daily"] = new JsonObject { ["Low"] = 5, ["High"] = 50, ["PeakAt"] = "12:00:00" },
        });

        for (var day = 1; day <= 10; day++)
        {
            cloud.Advance(TimeSpan.FromDays(1));
            cloud.Messages.Count.ShouldBeLessThanOrEqualTo(100);
            Activities(cloud).ShouldBeLessThanOrEqualTo(75);
            cloud.Tasks("STOPPED").Where(task => task.LastStatus == "STOPPED").ShouldAllBe(task => task.StoppedAt > cloud.Cloud.Now.AddHours(-1));
        }

        cloud.Messages.Count.ShouldBe(100, "there was more to tell than is kept");
        Activities(cloud).ShouldBeGreaterThanOrEqualTo(50);
    }

    private static int Activities(CapacityCloud cloud)
    {
        var count = 0;
        for (string? token = null; ;)
        {
            var page = cloud.Cloud.Call<DescribeScalingActivitiesRequest, DescribeScalingActivitiesResponse>(
                "application-autoscaling", "DescribeScalingActivities", new() { ServiceNamespace = "ecs", IncludeNotScaledActivities = true, NextToken = token });
            count += page.ScalingActivities!.Count;
            if ((token = page.NextToken) is null)
            {
                return count;
            }
        }
    }
}
