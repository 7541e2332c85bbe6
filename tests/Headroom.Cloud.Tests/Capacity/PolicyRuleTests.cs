using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>What PutScalingPolicy and its neighbours refuse, and in which words.</summary>
public sealed class PolicyRuleTests
{
    /// <summary>https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html, "Step adjustments".</summary>
    [Theory]
    [InlineData("""[{"MetricIntervalLowerBound":0,"ScalingAdjustment":1}]""", null)]
    [InlineData("""[{"MetricIntervalLowerBound":0,"MetricIntervalUpperBound":10,"ScalingAdjustment":1},{"MetricIntervalLowerBound":10,"ScalingAdjustment":2}]""", null)]
    [InlineData("""[{"MetricIntervalLowerBound":0,"MetricIntervalUpperBound":10,"ScalingAdjustment":1},{"MetricIntervalLowerBound":11,"ScalingAdjustment":2}]""", "must not overlap or have gaps")]
    [InlineData("""[{"MetricIntervalLowerBound":0,"MetricIntervalUpperBound":10,"ScalingAdjustment":1},{"MetricIntervalLowerBound":9,"ScalingAdjustment":2}]""", "must not overlap or have gaps")]
    [InlineData("""[{"MetricIntervalUpperBound":0,"ScalingAdjustment":1},{"MetricIntervalUpperBound":10,"ScalingAdjustment":2}]""", "must not overlap or have gaps")]
    [InlineData("""[{"MetricIntervalLowerBound":10,"MetricIntervalUpperBound":0,"ScalingAdjustment":1}]""", "the upper bound must be greater than the lower bound")]
    [InlineData("""[]""", "At least one step adjustment")]
    public void Steps_leave_no_gap_and_do_not_overlap(string steps, string? refused)
    {
        var configuration = new JsonObject { ["AdjustmentType"] = "ChangeInCapacity", ["StepAdjustments"] = JsonNode.Parse(steps) };

        Refusal("StepScaling", "StepScalingPolicyConfiguration", configuration).ShouldBe(refused is null ? null : "ValidationException", refused);
    }

    /// <summary>https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-quotas.html.</summary>
    [Theory]
    [InlineData(20, null)]
    [InlineData(21, "LimitExceededException")]
    public void A_policy_has_at_most_twenty_steps(int count, string? code)
    {
        var steps = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["MetricIntervalLowerBound"] = i, ["MetricIntervalUpperBound"] = i + 1, ["ScalingAdjustment"] = 1 })]);

        Refusal("StepScaling", "StepScalingPolicyConfiguration", new() { ["AdjustmentType"] = "ChangeInCapacity", ["StepAdjustments"] = steps }).ShouldBe(code);
    }

    /// <summary>https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html; predictive scaling is out of this cloud's scope.</summary>
    [Theory]
    [InlineData("TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration", """{"TargetValue":50}""")]
    [InlineData("TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration", """{"TargetValue":0,"PredefinedMetricSpecification":{"PredefinedMetricType":"ECSServiceAverageCPUUtilization"}}""")]
    [InlineData("TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration", """{"TargetValue":50,"PredefinedMetricSpecification":{"PredefinedMetricType":"ALBRequestCountPerTarget"}}""")]
    [InlineData("TargetTrackingScaling", "StepScalingPolicyConfiguration", """{"AdjustmentType":"ChangeInCapacity","StepAdjustments":[{"MetricIntervalLowerBound":0,"ScalingAdjustment":1}]}""")]
    [InlineData("PredictiveScaling", "PredictiveScalingPolicyConfiguration", """{"MetricSpecifications":[{"TargetValue":50,"PredefinedMetricPairSpecification":{"PredefinedMetricType":"ECSServiceCPUUtilization"}}]}""")]
    public void A_policy_that_cannot_work_is_refused(string type, string member, string configuration) =>
        Refusal(type, member, JsonNode.Parse(configuration)!.AsObject()).ShouldBe("ValidationException");

    /// <summary>A message of AWS's: Teleport's source has it verbatim (https://github.com/gravitational/teleport, DynamoDB backend).</summary>
    [Fact]
    public void A_metric_is_tracked_by_one_policy()
    {
        var cloud = new CapacityCloud();
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 5 });
        cloud.Cloud.Call("application-autoscaling", "PutScalingPolicy", Tracking("one", 50));

        cloud.Cloud.Refused("application-autoscaling", "PutScalingPolicy", Tracking("two", 60)).Message
            .ShouldBe("Only one TargetTrackingScaling policy for a given metric specification is allowed.");
        cloud.Cloud.Call("application-autoscaling", "PutScalingPolicy", Tracking("one", 60));

        static JsonObject Tracking(string name, int target) => OnTarget(new()
        {
            ["PolicyName"] = name,
            ["PolicyType"] = "TargetTrackingScaling",
            ["TargetTrackingScalingPolicyConfiguration"] = new JsonObject
            {
                ["TargetValue"] = target,
                ["PredefinedMetricSpecification"] = new JsonObject { ["PredefinedMetricType"] = "ECSServiceAverageCPUUtilization" },
            },
        });
    }

    /// <summary>Each of these depends on a target that is not there (API model, ObjectNotFoundException).</summary>
    [Theory]
    [InlineData("PutScalingPolicy", """{"PolicyName":"cpu","PolicyType":"StepScaling"}""")]
    [InlineData("PutScheduledAction", """{"ScheduledActionName":"night","Schedule":"rate(1 day)","ScalableTargetAction":{"MinCapacity":1}}""")]
    [InlineData("DeleteScalingPolicy", """{"PolicyName":"cpu"}""")]
    [InlineData("DeleteScheduledAction", """{"ScheduledActionName":"night"}""")]
    [InlineData("DeregisterScalableTarget", """{}""")]
    public void What_depends_on_an_absent_target_is_not_found(string operation, string request) =>
        new CapacityCloud().Cloud.Refused("application-autoscaling", operation, OnTarget(JsonNode.Parse(request)!.AsObject())).Code.ShouldBe("ObjectNotFoundException");

    /// <summary>A live account's alarms of targets 70 and 80: three minutes above it, fifteen below nine tenths of it.</summary>
    [Theory]
    [InlineData(70, 63)]
    [InlineData(80, 72)]
    public void Target_tracking_s_alarms_are_as_a_live_account_shows_them(double target, double low)
    {
        var cloud = Registered();
        cloud.Track("cpu", target);

        var alarms = cloud.Cloud.Call("cloudwatch", "DescribeAlarms", new() { ["AlarmNamePrefix"] = "TargetTracking-service/shop/web-Alarm" })["MetricAlarms"]!.AsArray().Select(alarm => alarm!.AsObject()).ToList();

        alarms.Select(alarm => $"{alarm["ComparisonOperator"]} {alarm["Threshold"]} {alarm["Period"]}x{alarm["EvaluationPeriods"]}").ShouldBe(
        [
            FormattableString.Invariant($"GreaterThanThreshold {target} 60x3"), FormattableString.Invariant($"LessThanThreshold {low} 60x15"),
        ]);
        alarms.ShouldAllBe(alarm => $"{alarm["Namespace"]}/{alarm["MetricName"]} {alarm["Statistic"]} {alarm["Unit"]} {alarm["TreatMissingData"]}" == "AWS/ECS/CPUUtilization Average Percent missing");
        alarms.ShouldAllBe(alarm => alarm["AlarmActions"]![0]!.ToString().Contains(":policyName/cpu:createdBy/"));
        alarms.SelectMany(alarm => alarm["Dimensions"]!.AsArray()).Select(dimension => $"{dimension!["Name"]}={dimension["Value"]}").Distinct().ShouldBe(["ClusterName=shop", "ServiceName=web"]);
    }

    private static string? Refusal(string type, string member, JsonObject configuration)
    {
        var request = OnTarget(new() { ["PolicyName"] = "policy", ["PolicyType"] = type, [member] = configuration });
        return Registered().Cloud.Try("application-autoscaling", "PutScalingPolicy", request) is Kernel.Outcome<JsonObject>.Refused refused ? refused.Refusal.Code : null;
    }

    private static JsonObject OnTarget(JsonObject request)
    {
        (request["ServiceNamespace"], request["ResourceId"], request["ScalableDimension"]) = ("ecs", CapacityCloud.ResourceId, "ecs:service:DesiredCount");
        return request;
    }

    private static CapacityCloud Registered()
    {
        var cloud = new CapacityCloud();
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 5 });
        return cloud;
    }
}
