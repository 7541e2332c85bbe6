using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>
/// Target tracking of metric math
/// (https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html): here AWS's example, the
/// messages that wait for each task.
/// </summary>
public sealed class TrackedExpressionTests
{
    [Fact]
    public void A_service_follows_what_is_computed_of_several_metrics()
    {
        var cloud = Tracked("waiting / running");

        Put(cloud, "waiting", 400);
        Put(cloud, "running", 2);
        cloud.Until(
            () =>
            {
                if (cloud.Cloud.Now.Second == 0)
                {
                    Put(cloud, "waiting", 400);
                    Put(cloud, "running", 2);
                }

                return cloud.Service.DesiredCount > 2;
            },
            TimeSpan.FromMinutes(6));

        cloud.Service.DesiredCount.ShouldBe(4);
        cloud.Activities[0].Cause.ShouldEndWith(" in state ALARM triggered policy backlog");
    }

    [Fact]
    public void Its_two_alarms_are_on_the_expression()
    {
        var cloud = Tracked("waiting / running");

        var alarms = cloud.Cloud.Call<DescribeAlarmsRequest, DescribeAlarmsResponse>("cloudwatch", "DescribeAlarms", new()).MetricAlarms!;

        alarms.Count.ShouldBe(2);
        alarms.ShouldAllBe(alarm => alarm.MetricName == null && alarm.Period == null);
        alarms.SelectMany(alarm => alarm.Metrics!).Where(query => query.ReturnData == true).Select(query => query.Expression).ShouldBe(["waiting / running", "waiting / running"]);
        alarms.SelectMany(alarm => alarm.Metrics!).Where(query => query.MetricStat is not null).Select(query => query.MetricStat!.Period).ShouldBe([60, 60, 60, 60]);
    }

    [Fact]
    public void What_no_alarm_can_watch_no_policy_can_track() =>
        Should.Throw<InvalidOperationException>(() => Tracked("waiting / nothing")).Message
            .ShouldBe("PutScalingPolicy: ValidationException: Error in expression 'backlog': Unknown metric or expression id 'nothing'");

    private static CapacityCloud Tracked(string expression)
    {
        var cloud = new CapacityCloud(desired: 2);
        cloud.Advance(TimeSpan.FromMinutes(5));
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 10 });
        cloud.Policy(new()
        {
            ["PolicyName"] = "backlog",
            ["PolicyType"] = "TargetTrackingScaling",
            ["TargetTrackingScalingPolicyConfiguration"] = new JsonObject
            {
                ["TargetValue"] = 100,
                ["CustomizedMetricSpecification"] = new JsonObject
                {
                    ["Metrics"] = new JsonArray(
                        new JsonObject { ["Id"] = "backlog", ["Expression"] = expression, ["Label"] = "Backlog per task", ["ReturnData"] = true },
                        Query("waiting"),
                        Query("running")),
                },
            },
        });
        return cloud;
    }

    private static JsonObject Query(string name) => new()
    {
        ["Id"] = name,
        ["ReturnData"] = false,
        ["MetricStat"] = new JsonObject { ["Metric"] = new JsonObject { ["Namespace"] = "Shop", ["MetricName"] = name }, ["Stat"] = "Average" },
    };

    private static void Put(CapacityCloud cloud, string name, double value) => cloud.Cloud.Call("cloudwatch", "PutMetricData", new()
    {
        ["Namespace"] = "Shop",
        ["MetricData"] = new JsonArray(new JsonObject { ["MetricName"] = name, ["Value"] = value }),
    });
}
