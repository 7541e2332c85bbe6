using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>Load, alarms and policies together. A task of 0.25 vCPU answers 12.375 requests of 20 ms a second.</summary>
public sealed class AutoScalingTests
{
    private const double PerTask = 12.375;

    /// <summary>Three one-minute periods of the high alarm (a live account's alarms), the minute in which the load began, and the alarm's own second.</summary>
    [Fact]
    public void Target_tracking_reacts_to_load_after_three_minutes_and_scales_out_in_proportion()
    {
        var cloud = Tracked(desired: 2, minimum: 1, maximum: 10);
        var since = cloud.Cloud.Now;

        cloud.Load(2 * PerTask * 0.9);
        var reacted = cloud.Until(() => cloud.Service.DesiredCount > 2, TimeSpan.FromMinutes(10)) - since;

        reacted.ShouldBeInRange(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5));
        cloud.Service.DesiredCount.ShouldBe(4);
        cloud.Activities[0].Cause.ShouldStartWith("monitor alarm TargetTracking-service/shop/web-AlarmHigh-");
        cloud.Activities[0].Cause.ShouldEndWith(" in state ALARM triggered policy cpu");
        cloud.Advance(TimeSpan.FromMinutes(3));
        cloud.Activities[0].StatusCode.ShouldBe("Successful");
        cloud.Messages.ShouldContain(message => message.StartsWith("Message: Successfully set desired count to 4. Change successfully fulfilled by ecs. Cause: monitor alarm ", StringComparison.Ordinal));
    }

    /// <summary>Fifteen one-minute periods of the low alarm (a live account's alarms); the default cooldown of 300 s.</summary>
    [Fact]
    public void An_idle_service_is_scaled_in_after_fifteen_minutes_and_then_one_by_one_after_each_cooldown()
    {
        var cloud = Tracked(desired: 4, minimum: 1, maximum: 10);
        cloud.Load(4 * PerTask * 0.48);
        cloud.Advance(TimeSpan.FromMinutes(30));
        cloud.Service.DesiredCount.ShouldBe(4);

        var since = cloud.Cloud.Now;
        cloud.Load(0);
        var first = cloud.Until(() => cloud.Service.DesiredCount == 3, TimeSpan.FromMinutes(30)) - since;
        var second = cloud.Until(() => cloud.Service.DesiredCount == 2, TimeSpan.FromMinutes(30)) - since - first;

        first.ShouldBeInRange(TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(17));
        second.ShouldBeInRange(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        cloud.Advance(TimeSpan.FromHours(1));
        cloud.Service.DesiredCount.ShouldBe(1);
        cloud.NotScaled().ShouldContain("AlreadyAtMinCapacity");
    }

    /// <summary>https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-suspend-resume-scaling.html: policies whose alarms are in breach act.</summary>
    [Fact]
    public void Suspended_scale_in_is_not_done_and_resumed_it_is_within_about_a_minute()
    {
        var cloud = Tracked(desired: 4, minimum: 1, maximum: 10);
        cloud.Suspend(scaleIn: true);
        cloud.Advance(TimeSpan.FromHours(1));
        cloud.AlarmStates().ShouldBe(["OK", "ALARM"]);
        cloud.Service.DesiredCount.ShouldBe(4);
        cloud.Activities.ShouldBeEmpty();

        var since = cloud.Cloud.Now;
        cloud.Suspend(scaleIn: false);

        (cloud.Until(() => cloud.Service.DesiredCount == 3, TimeSpan.FromMinutes(5)) - since).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(61));
    }

    [Fact]
    public void Suspended_scale_out_is_not_done_and_resumed_it_is_within_about_a_minute()
    {
        var cloud = Tracked(desired: 1, minimum: 1, maximum: 10);
        cloud.Suspend(scaleOut: true);
        cloud.Load(3 * PerTask);
        cloud.Advance(TimeSpan.FromMinutes(20));
        cloud.Service.DesiredCount.ShouldBe(1);

        var since = cloud.Cloud.Now;
        cloud.Suspend(scaleOut: false);

        (cloud.Until(() => cloud.Service.DesiredCount > 1, TimeSpan.FromMinutes(5)) - since).ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(61));
    }

    /// <summary>https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scaling-activities.html, "Reason codes".</summary>
    [Fact]
    public void At_the_maximum_the_reason_is_recorded_once()
    {
        var cloud = Tracked(desired: 2, minimum: 1, maximum: 2);

        cloud.Load(10 * PerTask);
        cloud.Advance(TimeSpan.FromMinutes(30));

        cloud.NotScaled().ShouldBe(["AlreadyAtMaxCapacity"]);
        cloud.Activities.ShouldBeEmpty();
    }

    [Fact]
    public void A_policy_with_scale_in_disabled_has_no_low_alarm_and_does_not_keep_others_from_scaling_in()
    {
        var cloud = Tracked(desired: 3, minimum: 1, maximum: 10);
        cloud.Track("out-only", 70, disableScaleIn: true, metric: "ECSServiceAverageMemoryUtilization");
        cloud.AlarmStates().Count.ShouldBe(3);

        cloud.Advance(TimeSpan.FromMinutes(18));

        cloud.Service.DesiredCount.ShouldBe(2);
    }

    [Fact]
    public void Two_tracking_policies_scale_in_only_when_both_agree()
    {
        var cloud = Tracked(desired: 3, minimum: 1, maximum: 10);
        cloud.Track("memory", 20, metric: "ECSServiceAverageMemoryUtilization");

        cloud.Advance(TimeSpan.FromMinutes(40));

        cloud.AlarmStates().ShouldContain("ALARM");
        cloud.Service.DesiredCount.ShouldBe(3);
    }

    [Fact]
    public void A_step_policy_acts_when_its_owner_s_alarm_goes_off()
    {
        var cloud = new CapacityCloud(desired: 2);
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 10 });
        var arn = cloud.Policy(new()
        {
            ["PolicyName"] = "steps",
            ["PolicyType"] = "StepScaling",
            ["StepScalingPolicyConfiguration"] = new JsonObject
            {
                ["AdjustmentType"] = "ChangeInCapacity",
                ["StepAdjustments"] = new JsonArray(
                    new JsonObject { ["MetricIntervalLowerBound"] = 0, ["MetricIntervalUpperBound"] = 20, ["ScalingAdjustment"] = 1 },
                    new JsonObject { ["MetricIntervalLowerBound"] = 20, ["ScalingAdjustment"] = 3 }),
            },
        });
        cloud.Cloud.Call("cloudwatch", "PutMetricAlarm", new()
        {
            ["AlarmName"] = "busy",
            ["Namespace"] = "AWS/ECS",
            ["MetricName"] = "CPUUtilization",
            ["Dimensions"] = new JsonArray(new JsonObject { ["Name"] = "ClusterName", ["Value"] = "shop" }, new JsonObject { ["Name"] = "ServiceName", ["Value"] = "web" }),
            ["Statistic"] = "Average",
            ["Period"] = 60,
            ["EvaluationPeriods"] = 1,
            ["Threshold"] = 60,
            ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
            ["AlarmActions"] = new JsonArray(arn),
        });
        cloud.Advance(TimeSpan.FromMinutes(3));

        cloud.Load(2 * PerTask);
        cloud.Advance(TimeSpan.FromMinutes(3));

        cloud.Service.DesiredCount.ShouldBe(5);
        cloud.Activities[0].Cause.ShouldBe("monitor alarm busy in state ALARM triggered policy steps");
    }

    [Fact]
    public void Requests_per_target_are_tracked_behind_a_load_balancer()
    {
        var balanced = new BalancedService(desired: 2);
        var (cloud, capacity) = (balanced.Cloud, balanced.Capacity);
        capacity.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 10 });
        capacity.Policy(new()
        {
            ["PolicyName"] = "requests",
            ["PolicyType"] = "TargetTrackingScaling",
            ["TargetTrackingScalingPolicyConfiguration"] = new JsonObject
            {
                ["TargetValue"] = 300,
                ["PredefinedMetricSpecification"] = new JsonObject
                {
                    ["PredefinedMetricType"] = "ALBRequestCountPerTarget",
                    ["ResourceLabel"] = $"{balanced.BalancerArn.Split(":loadbalancer/")[1]}/{balanced.GroupArn.Split(':')[^1]}",
                },
            },
        });
        cloud.Advance(TimeSpan.FromMinutes(8));
        capacity.Service.DesiredCount.ShouldBe(2);

        capacity.Load(20);
        cloud.Advance(TimeSpan.FromMinutes(5));

        // 1,200 requests a minute on 2 targets are 600 each, twice the target.
        capacity.Service.DesiredCount.ShouldBe(4);
    }

    [Fact]
    public void A_scheduled_action_moves_the_bounds_at_its_minute_in_its_time_zone()
    {
        var cloud = new CapacityCloud(desired: 1);
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 3 });
        cloud.Schedule("morning", "cron(30 14 * * ? *)", "Europe/Berlin", minimum: 4, maximum: 8);

        cloud.Advance(TimeSpan.FromMinutes(89));
        cloud.Target.MinCapacity.ShouldBe(1);
        cloud.Advance(TimeSpan.FromMinutes(1));

        (cloud.Target.MinCapacity, cloud.Target.MaxCapacity, cloud.Service.DesiredCount).ShouldBe((4, 8, 4));
        cloud.Activities.Select(activity => (activity.Description, activity.Cause)).ShouldBe(
        [
            ("Setting desired count to 4.", "minimum capacity was set to 4"),
            ("Setting min capacity to 4 and max capacity to 8", "scheduled action name morning was triggered"),
        ]);
    }

    /// <summary>https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-suspend-resume-scaling.html.</summary>
    [Fact]
    public void A_scheduled_action_that_is_due_while_suspended_is_lost()
    {
        var cloud = new CapacityCloud(desired: 1);
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 3, ["SuspendedState"] = new JsonObject { ["ScheduledScalingSuspended"] = true } });
        cloud.Schedule("soon", "at(2026-03-01T13:00:00)", null, minimum: 2, maximum: null);
        cloud.Advance(TimeSpan.FromHours(2));

        cloud.Register(new() { ["SuspendedState"] = new JsonObject { ["ScheduledScalingSuspended"] = false } });
        cloud.Advance(TimeSpan.FromHours(2));

        cloud.Target.MinCapacity.ShouldBe(1);
    }

    /// <summary>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html, "Considerations".</summary>
    [Fact]
    public void During_a_deployment_nothing_is_scaled_in()
    {
        var cloud = Tracked(desired: 3, minimum: 1, maximum: 10, service: new() { ["deploymentConfiguration"] = new JsonObject { ["minimumHealthyPercent"] = 100, ["maximumPercent"] = 150 } });
        cloud.Advance(TimeSpan.FromMinutes(10));
        cloud.RegisterTaskDefinition(new() { ["headroom.image-mb"] = "20000" });
        cloud.Update(new() { ["taskDefinition"] = "web" });

        cloud.Advance(TimeSpan.FromMinutes(12));
        cloud.AlarmStates().ShouldBe(["OK", "ALARM"]);
        cloud.Service.Deployments!.Count.ShouldBe(2);
        cloud.Service.DesiredCount.ShouldBe(3);

        cloud.Until(() => cloud.Service.DesiredCount < 3, TimeSpan.FromHours(4));
        cloud.Service.Deployments!.Count.ShouldBe(1);
    }

    private static CapacityCloud Tracked(int desired, int minimum, int maximum, JsonObject? service = null)
    {
        var cloud = new CapacityCloud(desired, service: service);
        cloud.Register(new() { ["MinCapacity"] = minimum, ["MaxCapacity"] = maximum });
        cloud.Track("cpu", 50);
        return cloud;
    }
}
