using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.CloudWatch;

/// <summary>Metrics by the second and alarms on them (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/publishingMetrics.html#high-resolution-metrics).</summary>
public sealed class HighResolutionTests
{
    private readonly MetricCloud _cloud = new();

    [Fact]
    public void Data_of_a_high_resolution_can_be_read_by_a_period_shorter_than_a_minute()
    {
        for (var second = 0; second < 40; second += 5)
        {
            _cloud.PutBySecond("queue", second);
            _cloud.Advance(5);
        }

        Values("queue", 10).ShouldBe("[65,45,25,5]");
        Values("queue", 60).ShouldBe("[140]");
    }

    [Fact]
    public void Data_of_the_usual_resolution_lie_at_the_beginning_of_their_minute()
    {
        _cloud.Advance(35);
        _cloud.Put("queue", 1);

        _cloud.Data(null, MetricCloud.Query("queue", returned: true, period: 10))["MetricDataResults"]![0]!["Timestamps"]!.ToJsonString().ShouldContain("12:00:00");
    }

    [Fact]
    public void An_alarm_of_ten_seconds_is_evaluated_every_ten_seconds()
    {
        _cloud.Call("PutMetricAlarm", MetricCloud.Alarm("queue", "queue", new() { ["Period"] = 10, ["EvaluationPeriods"] = 2 }));
        _cloud.PutBySecond("queue", 5);
        _cloud.Advance(10);
        _cloud.State("queue").ShouldBe("OK");
        _cloud.PutBySecond("queue", 5);
        _cloud.Advance(10);
        _cloud.State("queue").ShouldBe("ALARM");

        _cloud.Advance(40);
        _cloud.State("queue").ShouldBe("OK");
    }

    [Theory]
    [InlineData(5, 1, "Period must be 10, 20, 30 or a multiple of 60")]
    [InlineData(45, 1, "Period must be 10, 20, 30 or a multiple of 60")]
    [InlineData(10, 8641, "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).")]
    [InlineData(3600, 169, "Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= 604800).")]
    public void A_window_that_is_too_long_and_a_period_that_is_none_are_refused(int period, int periods, string message) =>
        _cloud.Refused("PutMetricAlarm", MetricCloud.Alarm("queue", "queue", new() { ["Period"] = period, ["EvaluationPeriods"] = periods })).ShouldBe(message);

    [Fact]
    public void A_resolution_is_a_second_or_a_minute() =>
        _cloud.Refused("PutMetricData", new() { ["Namespace"] = "Shop", ["MetricData"] = new JsonArray(new JsonObject { ["MetricName"] = "queue", ["Value"] = 1, ["StorageResolution"] = 30 }) })
            .ShouldBe("The value 30 for parameter StorageResolution is invalid: it is 1 or 60.");

    private string Values(string name, int period) => _cloud.Data(null, MetricCloud.Query(name, returned: true, period: period))["MetricDataResults"]![0]!["Values"]!.ToJsonString();
}
