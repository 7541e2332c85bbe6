using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scaling-activities.html, and what else moves or keeps a capacity.</summary>
public sealed class ActivityTests
{
    private const string ActivityEvent = "Application Auto Scaling Scaling Activity State Change";

    [Fact]
    public void A_newer_activity_overrides_one_that_is_in_progress()
    {
        var cloud = Registered(minimum: 3, maximum: 9);

        cloud.Register(new() { ["MinCapacity"] = 5 });

        cloud.Activities.Select(activity => (activity.Description, activity.StatusCode)).ShouldBe([("Setting desired count to 5.", "InProgress"), ("Setting desired count to 3.", "Overridden")]);
    }

    [Fact]
    public void A_capacity_that_ECS_refuses_fails_with_its_reason()
    {
        var cloud = Registered(minimum: 1, maximum: 9000);

        cloud.Register(new() { ["MinCapacity"] = 6000 });

        cloud.Activities.Single().StatusCode.ShouldBe("Failed");
        cloud.Activities.Single().StatusMessage!.ShouldContain("Desired count exceeds limit.");
        cloud.Service.DesiredCount.ShouldBe(1);
    }

    [Fact]
    public void Activities_are_told_for_six_weeks()
    {
        var cloud = Registered(minimum: 2, maximum: 9);

        cloud.Advance(TimeSpan.FromDays(41));
        cloud.Activities.Count.ShouldBe(1);
        cloud.Advance(TimeSpan.FromDays(2));
        cloud.Activities.ShouldBeEmpty();
    }

    /// <summary>https://docs.aws.amazon.com/autoscaling/application/userguide/monitoring-eventbridge.html.</summary>
    [Fact]
    public void Only_a_scale_out_to_the_maximum_is_put_on_the_event_bus()
    {
        var cloud = Registered(minimum: 2, maximum: 4);
        cloud.Register(new() { ["MinCapacity"] = 4 });

        var events = cloud.Cloud.Log.After(0).Where(happened => happened.Type == ActivityEvent).ToList();
        events.Select(happened => ((int)happened.Detail["newDesiredCapacity"]!, happened.Source)).ShouldBe([(2, null), (4, "aws.application-autoscaling")]);
        ((bool)events[1].Detail["scaledToMax"]!).ShouldBeTrue();
    }

    /// <summary>Bounds are enforced when a target is registered or changed, at no other time.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void A_count_that_somebody_sets_outside_the_bounds_is_left_alone(int count)
    {
        var cloud = Registered(minimum: 3, maximum: 5);
        cloud.Update(new() { ["desiredCount"] = count });

        cloud.Advance(TimeSpan.FromHours(1));

        cloud.Service.DesiredCount.ShouldBe(count);
    }

    /// <summary>https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html.</summary>
    [Fact]
    public void Registering_leaves_a_service_that_is_not_active_alone()
    {
        var cloud = new BalancedService(desired: 1).Capacity;
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 5 });
        cloud.Advance(TimeSpan.FromMinutes(3));
        cloud.Cloud.Call("ecs", "DeleteService", new() { ["cluster"] = "shop", ["service"] = "web", ["force"] = true });

        cloud.Register(new() { ["MinCapacity"] = 3, ["MaxCapacity"] = 5 });

        cloud.Service.Status.ShouldBe("DRAINING");
        cloud.Service.DesiredCount.ShouldBe(0);
        cloud.Activities.ShouldBeEmpty();
    }

    /// <summary>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html: insufficient data do not scale in.</summary>
    [Fact]
    public void Without_data_nothing_is_scaled()
    {
        var cloud = Registered(minimum: 0, maximum: 5);
        cloud.Track("cpu", 50);
        cloud.Update(new() { ["desiredCount"] = 0 });
        cloud.Advance(TimeSpan.FromMinutes(30));
        cloud.Update(new() { ["desiredCount"] = 0 });
        var before = cloud.Activities.Count;

        cloud.Advance(TimeSpan.FromHours(2));

        cloud.AlarmStates().ShouldBe(["INSUFFICIENT_DATA", "INSUFFICIENT_DATA"]);
        cloud.Activities.Count.ShouldBe(before);
    }

    /// <summary>https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html, "Cooldown".</summary>
    [Fact]
    public void A_scale_out_cancels_the_cooldown_of_a_scale_in()
    {
        var cloud = Registered(minimum: 1, maximum: 9, desired: 4);
        cloud.Track("cpu", 50);
        var scaledIn = cloud.Until(() => cloud.Service.DesiredCount == 3, TimeSpan.FromMinutes(30));

        cloud.Load(100);
        var scaledOut = cloud.Until(() => cloud.Service.DesiredCount > 3, TimeSpan.FromMinutes(30));

        (scaledOut - scaledIn).ShouldBeLessThan(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void A_scheduled_action_ignores_cooldowns()
    {
        var cloud = Registered(minimum: 1, maximum: 9, desired: 4);
        cloud.Track("cpu", 50);
        cloud.Until(() => cloud.Service.DesiredCount == 3, TimeSpan.FromMinutes(30));
        cloud.Schedule("next", "cron(* * * * ? *)", null, minimum: null, maximum: 1);

        cloud.Advance(TimeSpan.FromMinutes(1));

        cloud.Service.DesiredCount.ShouldBe(1);
    }

    [Fact]
    public void Deregistering_removes_policies_and_scheduled_actions_and_leaves_the_capacity()
    {
        var cloud = Registered(minimum: 3, maximum: 5);
        cloud.Track("cpu", 50);
        cloud.Schedule("night", "rate(1 minute)", null, minimum: 1, maximum: null);

        cloud.Cloud.Call("application-autoscaling", "DeregisterScalableTarget", new() { ["ServiceNamespace"] = "ecs", ["ResourceId"] = CapacityCloud.ResourceId, ["ScalableDimension"] = "ecs:service:DesiredCount" });
        cloud.Advance(TimeSpan.FromHours(1));

        cloud.Cloud.Call("application-autoscaling", "DescribeScalingPolicies", new() { ["ServiceNamespace"] = "ecs" })["ScalingPolicies"]!.AsArray().ShouldBeEmpty();
        cloud.Cloud.Call("application-autoscaling", "DescribeScheduledActions", new() { ["ServiceNamespace"] = "ecs" })["ScheduledActions"]!.AsArray().ShouldBeEmpty();
        cloud.Service.DesiredCount.ShouldBe(3);
    }

    /// <summary>https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html: at most 200 a target; what is absent is dropped.</summary>
    [Fact]
    public void A_target_has_at_most_200_scheduled_actions_and_replacing_one_drops_its_times()
    {
        var cloud = Registered(minimum: 1, maximum: 5);
        JsonObject Action(int index) => new()
        {
            ["ServiceNamespace"] = "ecs",
            ["ResourceId"] = CapacityCloud.ResourceId,
            ["ScalableDimension"] = "ecs:service:DesiredCount",
            ["ScheduledActionName"] = $"action-{index}",
            ["Schedule"] = "rate(1 day)",
            ["StartTime"] = "2026-04-01T00:00:00Z",
            ["ScalableTargetAction"] = new JsonObject { ["MinCapacity"] = 1 },
        };
        for (var i = 0; i < 200; i++)
        {
            cloud.Cloud.Call("application-autoscaling", "PutScheduledAction", Action(i));
        }

        cloud.Cloud.Refused("application-autoscaling", "PutScheduledAction", Action(200)).Code.ShouldBe("LimitExceededException");
        var again = Action(7);
        again.Remove("StartTime");
        cloud.Cloud.Call("application-autoscaling", "PutScheduledAction", again);
        var described = cloud.Cloud.Call("application-autoscaling", "DescribeScheduledActions", new() { ["ServiceNamespace"] = "ecs", ["ScheduledActionNames"] = new JsonArray("action-7", "action-8") });
        described["ScheduledActions"]!.AsArray().Select(action => action!["StartTime"] is null).ShouldBe([true, false]);
    }

    private static CapacityCloud Registered(int minimum, int maximum, int desired = 1)
    {
        var cloud = new CapacityCloud(desired);
        cloud.Register(new() { ["MinCapacity"] = minimum, ["MaxCapacity"] = maximum });
        return cloud;
    }
}
