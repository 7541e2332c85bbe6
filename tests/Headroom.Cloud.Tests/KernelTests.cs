using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services;
using Headroom.Cloud.Store;

namespace Headroom.Cloud.Tests;

public sealed class KernelTests
{
    private static readonly TableName<string> Notes = new("notes");

    [Fact]
    public void A_wake_comes_at_its_time_and_the_last_wish_counts()
    {
        var woken = new List<(string Key, DateTimeOffset At)>();
        var cloud = new TestCloud(rooms: [new("room", []) { Woken = (step, key) => woken.Add((key, step.Now)) }]);
        var start = cloud.Now;
        cloud.Apply(step =>
        {
            step.WakeAt("room", "b", start.AddSeconds(5));
            step.WakeAt("room", "a", start.AddSeconds(5));
            step.WakeAt("room", "moved", start.AddSeconds(1));
            step.WakeAt("room", "moved", start.AddSeconds(9));
            step.WakeAt("room", "cancelled", start.AddSeconds(2));
            step.CancelWake("room", "cancelled");
        });

        cloud.Advance(TimeSpan.FromSeconds(10));

        woken.ShouldBe([("b", start.AddSeconds(5)), ("a", start.AddSeconds(5)), ("moved", start.AddSeconds(9))]);
    }

    [Fact]
    public void A_step_that_throws_leaves_nothing_behind()
    {
        var cloud = new TestCloud(rooms: [new("room", [])]);
        cloud.Apply(step => step.Table(Notes).Put("kept", "before"));

        Should.Throw<InvalidOperationException>(() => cloud.Apply(step =>
        {
            step.Table(Notes).Put("kept", "changed");
            step.Table(Notes).Put("new", "gone");
            throw new InvalidOperationException("on purpose");
        }));

        cloud.Apply(step => step.Table(Notes).All.ShouldBe(["before"]));
    }

    [Fact]
    public void An_unknown_operation_is_refused_by_name()
    {
        var cloud = new TestCloud(rooms: [new("ecs", [])]);

        cloud.Refused("ecs", "CreateCluster", []).Message.ShouldContain("CreateCluster");
    }

    [Fact]
    public void What_a_room_emits_is_heard_by_every_room_in_the_same_step()
    {
        var heard = new List<string>();
        var cloud = new TestCloud(rooms: [new("a", []) { Heard = (step, happened) => heard.Add($"{happened.Type} at {step.Now:HH:mm}") }]);

        cloud.Apply(step => step.Emit("b", "Something Happened", [], new JsonObject()));

        heard.ShouldBe(["Something Happened at 12:00"]);
        cloud.Log.After(0).Single().Sequence.ShouldBe(1);
    }
}
