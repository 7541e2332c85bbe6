using Headroom.Cloud.Tests.StepFunctions.Killed;
using Headroom.Cloud.Tests.Store;

namespace Headroom.Cloud.Tests.StepFunctions;

/// <summary>The hold itself, on the deployed stack: killed at every event of its execution, it goes on, and ends on time.</summary>
public sealed class HoldRestartTests
{
    private readonly RecordedStorage _storage = new();

    [Fact]
    public void A_hold_that_is_killed_at_any_event_ends_with_the_same_history()
    {
        var cloud = Deployed();
        var run = DeployedHold.Start(cloud);
        var end = cloud.Now + DeployedHold.HoldFor + TimeSpan.FromMinutes(1);
        var boundaries = new List<(int Steps, DateTimeOffset At)> { (_storage.Steps, cloud.Now) };
        while (cloud.Now < end && cloud.WakeNext())
        {
            if (_storage.Wrote("stepfunctions/events"))
            {
                boundaries.Add((_storage.Steps, cloud.Now));
            }
        }

        var expected = Stories.Of(cloud, run);
        expected.ShouldStartWith("SUCCEEDED");
        boundaries.Count.ShouldBeGreaterThan(30);
        foreach (var (steps, at) in boundaries)
        {
            var again = new TestCloud(_storage.KilledAfter(steps), now: at);
            while (again.Now < end && again.WakeNext())
            {
            }

            (Stories.Of(again, run) == expected).ShouldBeTrue($"killed after step {steps}: {Stories.Of(again, run)} is not {expected}");
        }
    }

    [Fact]
    public void A_hold_whose_time_passed_while_the_cloud_was_down_is_released_at_once()
    {
        var cloud = Deployed();
        var run = DeployedHold.Start(cloud);
        cloud.Advance(TimeSpan.FromMinutes(1));

        var again = new TestCloud(_storage.KilledAfter(_storage.Steps), now: cloud.Now + TimeSpan.FromHours(2));
        again.Advance(TimeSpan.FromSeconds(10));

        Machines.Describe(again, run)["status"]!.ToString().ShouldBe("SUCCEEDED");
        var target = again.Call("application-autoscaling", "DescribeScalableTargets", new() { ["ServiceNamespace"] = "ecs" })["ScalableTargets"]![0]!;
        target["SuspendedState"]!["DynamicScalingInSuspended"]!.GetValue<bool>().ShouldBeFalse();
        target["MinCapacity"]!.GetValue<int>().ShouldBe(1);
    }

    private TestCloud Deployed()
    {
        var cloud = new TestCloud(_storage);
        DeployedHold.Deploy(cloud);
        return cloud;
    }
}
