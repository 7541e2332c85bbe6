using System.Text.Json.Nodes;
using CsCheck;
using Headroom.Cloud.Log;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>What holds whatever people, loads and deployments do to a service. A failure prints the seed that repeats it.</summary>
public sealed class CapacityPropertyTests
{
    private const string Activity = "Application Auto Scaling Scaling Activity State Change";

    private static readonly Gen<Doing> AnyDoing = Gen.Frequency(
        (4, Gen.Double[0, 120].Select(rate => (Doing)new Doing.Load(rate))),
        (3, Gen.Int[0, 15].Select(count => (Doing)new Doing.SetDesired(count))),
        (2, Gen.Select(Gen.Int[0, 6], Gen.Int[0, 9]).Select((low, more) => (Doing)new Doing.SetBounds(low, low + more))),
        (3, Gen.Select(Gen.Bool, Gen.Bool).Select((scaleIn, scaleOut) => (Doing)new Doing.Suspend(scaleIn, scaleOut))),
        (1, Gen.Bool.Select(broken => (Doing)new Doing.Deploy(broken))),
        (1, Gen.Const((Doing)new Doing.StopOne())),
        (6, Gen.Int[1, 1500].Select(seconds => (Doing)new Doing.Wait(seconds))));

    private static readonly Gen<(ulong, List<Doing>)> AnyStory = Gen.Select(Gen.ULong, AnyDoing.List[5, 40]);

    [Fact]
    public void Auto_scaling_never_sets_a_count_outside_its_bounds() => Check((cloud, story) =>
    {
        foreach (var detail in Played(cloud, story).Where(happened => happened.Type == Activity).Select(happened => happened.Detail))
        {
            ((int)detail["newDesiredCapacity"]!).ShouldBeInRange((int)detail["minCapacity"]!, (int)detail["maxCapacity"]!);
        }
    });

    [Fact]
    public void A_suspended_direction_sees_no_activity_of_a_policy() => Check((cloud, story) =>
    {
        var (scaleIn, scaleOut) = (false, false);
        foreach (var happened in Played(cloud, story))
        {
            var cause = (string?)happened.Detail["cause"];
            switch (happened.Type)
            {
                case "Scalable Target Registered":
                    (scaleIn, scaleOut) = ((bool)happened.Detail["SuspendedState"]!["DynamicScalingInSuspended"]!, (bool)happened.Detail["SuspendedState"]!["DynamicScalingOutSuspended"]!);
                    break;
                case Activity when cause!.Contains("-AlarmLow-", StringComparison.Ordinal):
                    scaleIn.ShouldBeFalse();
                    break;
                case Activity when cause!.Contains("-AlarmHigh-", StringComparison.Ordinal):
                    scaleOut.ShouldBeFalse();
                    break;
            }
        }
    });

    [Fact]
    public void Every_task_that_was_started_runs_or_stopped_for_a_reason() => Check((cloud, story) =>
    {
        var last = new Dictionary<string, JsonObject>();
        foreach (var detail in Played(cloud, story).Where(happened => happened.Type == "ECS Task State Change").Select(happened => happened.Detail))
        {
            last[(string)detail["taskArn"]!] = detail;
        }

        last.Values.Count(detail => (string?)detail["lastStatus"] == "RUNNING").ShouldBe(cloud.Service.RunningCount!.Value);
        last.Values.Count(detail => (string?)detail["lastStatus"] is "PROVISIONING" or "PENDING" or "ACTIVATING").ShouldBe(cloud.Service.PendingCount!.Value);
        last.Values.Where(detail => (string?)detail["desiredStatus"] == "STOPPED").ShouldAllBe(detail => detail["stoppedReason"] != null && detail["stopCode"] != null);
    });

    [Fact]
    public void The_same_story_ends_the_same() => Check((cloud, story) =>
    {
        var again = Start(story.Seed);
        string[] Texts(CapacityCloud told) => [.. Played(told, story).Select(happened => $"{happened.Time:O} {happened.Type} {happened.Detail.ToJsonString()}")];
        Texts(cloud).ShouldBe(Texts(again));
    });

    private static void Check(Action<CapacityCloud, (ulong Seed, List<Doing> Doings)> holds) =>
        AnyStory.Sample(story => holds(Start(story.Item1), (story.Item1, story.Item2)), iter: 40);

    private static CapacityCloud Start(ulong seed)
    {
        var cloud = new CapacityCloud(desired: 2, seed: seed, service: new()
        {
            ["deploymentConfiguration"] = new JsonObject { ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = true } },
        });
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 10 });
        cloud.Track("cpu", 50);
        return cloud;
    }

    private static IReadOnlyList<CloudEvent> Played(CapacityCloud cloud, (ulong Seed, List<Doing> Doings) story)
    {
        foreach (var doing in story.Doings)
        {
            Do(cloud, doing);
        }

        return cloud.Cloud.Log.After(0);
    }

    private static void Do(CapacityCloud cloud, Doing doing)
    {
        switch (doing)
        {
            case Doing.Load load:
                cloud.Load(load.RequestsPerSecond);
                break;
            case Doing.SetDesired set:
                cloud.Update(new() { ["desiredCount"] = set.Count });
                break;
            case Doing.SetBounds bounds:
                cloud.Register(new() { ["MinCapacity"] = bounds.Minimum, ["MaxCapacity"] = bounds.Maximum });
                break;
            case Doing.Suspend suspend:
                cloud.Suspend(suspend.ScaleIn, suspend.ScaleOut);
                break;
            case Doing.Deploy deploy:
                cloud.RegisterTaskDefinition(deploy.Broken ? new() { ["headroom.fails-to-start"] = "true" } : null);
                cloud.Update(new() { ["taskDefinition"] = "web" });
                break;
            case Doing.StopOne:
                foreach (var task in cloud.Tasks().Take(1))
                {
                    cloud.Cloud.Call("ecs", "StopTask", new() { ["cluster"] = "shop", ["task"] = task.TaskArn });
                }

                break;
            case Doing.Wait wait:
                cloud.Advance(TimeSpan.FromSeconds(wait.Seconds));
                break;
        }
    }

    /// <summary>Something that people do, or time.</summary>
    internal abstract record Doing
    {
        internal sealed record Load(double RequestsPerSecond) : Doing;

        internal sealed record SetDesired(int Count) : Doing;

        internal sealed record SetBounds(int Minimum, int Maximum) : Doing;

        internal sealed record Suspend(bool ScaleIn, bool ScaleOut) : Doing;

        internal sealed record Deploy(bool Broken) : Doing;

        internal sealed record StopOne : Doing;

        internal sealed record Wait(int Seconds) : Doing;
    }
}
