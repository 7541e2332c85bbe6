using System.Text.Json.Nodes;
using Headroom.Cloud.Tests.Store;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>A cloud that is killed while load, alarms, policies and tasks are on their way, and started again on what its disk has.</summary>
public sealed class RestartTests
{
    [Fact]
    public void Wherever_it_was_killed_everything_goes_on_as_if_nothing_had_been()
    {
        var storage = new RecordedStorage();
        var cloud = new CapacityCloud(desired: 2, storage: storage);
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 10 });
        cloud.Track("cpu", 50);
        cloud.Schedule("later", "cron(30 13 * * ? *)", "Europe/Berlin", minimum: 3, maximum: 9);
        cloud.Cloud.Call("headroom-traffic", "PutTraffic", new()
        {
            ["Cluster"] = "shop",
            ["Service"] = "web",
            ["RequestsPerSecond"] = 4,
            ["Daily"] = new JsonObject { ["Low"] = 1, ["High"] = 9, ["PeakAt"] = "18:00:00" },
            ["Burst"] = new JsonObject { ["Audience"] = 60000 },
            ["Trace"] = new JsonObject { ["Csv"] = "t,r\n0,0\n600,20\n3000,0\n" },
        });
        var (begun, now) = (storage.Steps, cloud.Cloud.Now);
        var times = new List<DateTimeOffset>();
        while (cloud.Cloud.Now < now.AddMinutes(50))
        {
            cloud.Advance(TimeSpan.FromSeconds(10));
            times.AddRange(Enumerable.Repeat(cloud.Cloud.Now, storage.Steps - begun - times.Count));
        }

        cloud.Advance(now.AddHours(1) - cloud.Cloud.Now);
        var expected = State(cloud);
        times.Count.ShouldBeGreaterThan(30);

        for (var steps = 0; steps < times.Count; steps += 5)
        {
            var again = new CapacityCloud(new TestCloud(storage.KilledAfter(begun + steps + 1), now: times[steps]));
            again.Advance(now.AddHours(1) - again.Cloud.Now);
            State(again).ShouldBe(expected, $"killed after step {steps}");
        }
    }

    private static string State(CapacityCloud cloud)
    {
        var traffic = cloud.Cloud.Call("headroom-traffic", "GetTraffic", new() { ["Cluster"] = "shop", ["Service"] = "web" });
        var activities = cloud.Activities.Select(activity => $"{activity.StartTime:O} {activity.Description} {activity.Cause} {activity.StatusCode}");
        return string.Join('\n', [traffic.ToJsonString(), .. activities, .. cloud.AlarmStates(), .. cloud.Messages, .. cloud.Tasks().Select(task => task.TaskArn)]);
    }
}
