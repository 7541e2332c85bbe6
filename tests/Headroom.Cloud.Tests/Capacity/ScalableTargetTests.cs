using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>RegisterScalableTarget as https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html says it.</summary>
public sealed class ScalableTargetTests
{
    [Fact]
    public void A_target_has_at_most_50_tags()
    {
        var cloud = new CapacityCloud();
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 2, ["Tags"] = new JsonObject { ["team"] = "a" } });
        JsonObject Asked(int count) => new()
        {
            ["ResourceARN"] = cloud.Target.ScalableTargetARN,
            ["Tags"] = new JsonObject(Enumerable.Range(1, count).Select(n => KeyValuePair.Create($"t{n}", (JsonNode?)"x"))),
        };

        cloud.Cloud.Call("application-autoscaling", "TagResource", Asked(49));

        cloud.Cloud.Refused("application-autoscaling", "TagResource", Asked(50)).Code.ShouldBe("TooManyTagsException");
    }

    [Theory]
    [InlineData(1, 3, 8, 3, "minimum capacity was set to 3")]
    [InlineData(5, 0, 2, 2, "maximum capacity was set to 2")]
    [InlineData(4, 1, 8, 4, null)]
    public void Registering_moves_a_desired_count_inside_the_bounds(int desired, int minimum, int maximum, int expected, string? cause)
    {
        var cloud = new CapacityCloud(desired);

        cloud.Register(new() { ["MinCapacity"] = minimum, ["MaxCapacity"] = maximum });

        cloud.Service.DesiredCount.ShouldBe(expected);
        cloud.Activities.Select(activity => activity.Cause).ShouldBe(cause is null ? [] : [cause]);
    }

    [Fact]
    public void Flags_alone_also_move_a_desired_count_that_somebody_set_outside()
    {
        var cloud = new CapacityCloud();
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 5 });
        cloud.Update(new() { ["desiredCount"] = 9 });
        cloud.Service.DesiredCount.ShouldBe(9);

        cloud.Register(new() { ["SuspendedState"] = new JsonObject { ["DynamicScalingInSuspended"] = true } });

        cloud.Service.DesiredCount.ShouldBe(5);
        (cloud.Target.MinCapacity, cloud.Target.MaxCapacity).ShouldBe((1, 5));
    }

    [Fact]
    public void A_deleted_service_takes_its_scalable_target_along_with_policies_and_scheduled_actions()
    {
        var cloud = new CapacityCloud();
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 5 });
        cloud.Cloud.Call("application-autoscaling", "PutScheduledAction", new()
        {
            ["ServiceNamespace"] = "ecs",
            ["ScalableDimension"] = "ecs:service:DesiredCount",
            ["ResourceId"] = "service/shop/web",
            ["ScheduledActionName"] = "evening",
            ["Schedule"] = "rate(1 day)",
            ["ScalableTargetAction"] = new JsonObject { ["MinCapacity"] = 3 },
        });

        cloud.Cloud.Call("ecs", "DeleteService", new() { ["cluster"] = "shop", ["service"] = "web", ["force"] = true });

        cloud.Cloud.Call("application-autoscaling", "DescribeScalableTargets", new() { ["ServiceNamespace"] = "ecs" })["ScalableTargets"]!.AsArray().ShouldBeEmpty();
        cloud.Cloud.Call("application-autoscaling", "DescribeScheduledActions", new() { ["ServiceNamespace"] = "ecs" })["ScheduledActions"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void An_absent_parameter_keeps_its_value()
    {
        var cloud = new CapacityCloud();
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 5, ["SuspendedState"] = new JsonObject { ["ScheduledScalingSuspended"] = true } });

        cloud.Register(new() { ["MinCapacity"] = 2, ["SuspendedState"] = new JsonObject { ["DynamicScalingInSuspended"] = true } });

        var target = cloud.Target;
        (target.MinCapacity, target.MaxCapacity).ShouldBe((2, 5));
        (target.SuspendedState!.DynamicScalingInSuspended, target.SuspendedState.DynamicScalingOutSuspended, target.SuspendedState.ScheduledScalingSuspended).ShouldBe((true, false, true));
    }

    [Fact]
    public void An_activity_is_in_progress_until_the_tasks_run()
    {
        var cloud = new CapacityCloud();
        cloud.Register(new() { ["MinCapacity"] = 4, ["MaxCapacity"] = 5 });

        cloud.Activities.Single().StatusCode.ShouldBe("InProgress");
        cloud.Activities.Single().Description.ShouldBe("Setting desired count to 4.");
        cloud.Advance(TimeSpan.FromMinutes(3));

        cloud.Activities.Single().StatusCode.ShouldBe("Successful");
        cloud.Activities.Single().StatusMessage.ShouldBe("Successfully set desired count to 4. Change successfully fulfilled by ecs.");
    }

    [Theory]
    [InlineData("service/shop/web", null, 5, "Min capacity must be specified while registering a new scalable target")]
    [InlineData("service/shop/web", 6, 5, "Maximum capacity cannot be less than minimum capacity")]
    [InlineData("service/shop/nothing", 1, 5, "ECS service doesn't exist: service/shop/nothing")]
    public void What_makes_no_sense_is_refused(string resourceId, int? minimum, int? maximum, string message)
    {
        var cloud = new CapacityCloud();
        var request = new JsonObject { ["ServiceNamespace"] = "ecs", ["ResourceId"] = resourceId, ["ScalableDimension"] = "ecs:service:DesiredCount", ["MaxCapacity"] = maximum };
        if (minimum is not null)
        {
            request["MinCapacity"] = minimum;
        }

        var refusal = cloud.Cloud.Refused("application-autoscaling", "RegisterScalableTarget", request);

        (refusal.Code, refusal.Message).ShouldBe(("ValidationException", message));
    }

    [Fact]
    public void An_unregistered_resource_is_left_out_of_the_description()
    {
        var cloud = new CapacityCloud();

        var answer = cloud.Cloud.Call("application-autoscaling", "DescribeScalableTargets", new() { ["ServiceNamespace"] = "ecs", ["ResourceIds"] = new JsonArray("service/shop/web") });

        answer["ScalableTargets"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void Target_tracking_makes_its_two_alarms_and_deregistering_removes_them()
    {
        var cloud = new CapacityCloud();
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 5 });
        var policy = new JsonObject
        {
            ["PolicyName"] = "cpu",
            ["ServiceNamespace"] = "ecs",
            ["ResourceId"] = CapacityCloud.ResourceId,
            ["ScalableDimension"] = "ecs:service:DesiredCount",
            ["PolicyType"] = "TargetTrackingScaling",
            ["TargetTrackingScalingPolicyConfiguration"] = new JsonObject
            {
                ["TargetValue"] = 70,
                ["PredefinedMetricSpecification"] = new JsonObject { ["PredefinedMetricType"] = "ECSServiceAverageCPUUtilization" },
            },
        };

        cloud.Cloud.Call("application-autoscaling", "PutScalingPolicy", policy);

        var alarms = cloud.Cloud.Call("cloudwatch", "DescribeAlarms", new() { ["AlarmNamePrefix"] = "TargetTracking-service/shop/web-" })["MetricAlarms"]!.AsArray();
        alarms.Select(alarm => ((double)alarm!["Threshold"]!, (int)alarm["EvaluationPeriods"]!, alarm["ComparisonOperator"]!.ToString()))
            .ShouldBe([(70, 3, "GreaterThanThreshold"), (63, 15, "LessThanThreshold")]);

        cloud.Cloud.Call("application-autoscaling", "DeregisterScalableTarget", new() { ["ServiceNamespace"] = "ecs", ["ResourceId"] = CapacityCloud.ResourceId, ["ScalableDimension"] = "ecs:service:DesiredCount" });
        cloud.Cloud.Call("cloudwatch", "DescribeAlarms", [])["MetricAlarms"]!.AsArray().ShouldBeEmpty();
    }
}
