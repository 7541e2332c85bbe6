using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.CloudWatch;

/// <summary>Alarms on metric math (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create-alarm-on-metric-math-expression.html).</summary>
public sealed class MathAlarmTests
{
    private readonly MetricCloud _cloud = new();

    [Fact]
    public void An_alarm_on_an_expression_changes_its_state_like_others()
    {
        _cloud.Call("PutMetricAlarm", MetricCloud.MathAlarm("errors / requests * 100"));
        _cloud.State("error rate").ShouldBe("INSUFFICIENT_DATA");

        _cloud.Put("errors", 5);
        _cloud.Put("requests", 10);
        _cloud.Advance(120);
        _cloud.State("error rate").ShouldBe("ALARM");

        _cloud.Put("errors", 1);
        _cloud.Put("requests", 10);
        _cloud.Advance(120);
        _cloud.State("error rate").ShouldBe("OK");
        ((string)_cloud.Described("error rate")["StateReason"]!).ShouldStartWith("Threshold Crossed: 1 datapoint [10.0 (01/03/26 12:02:00)] was not greater than the threshold (20.0).");
    }

    [Fact]
    public void DescribeAlarms_shows_the_queries_and_the_alarms_of_a_metric_are_those_on_it_alone()
    {
        _cloud.Call("PutMetricAlarm", MetricCloud.MathAlarm("errors / requests"));
        _cloud.Call("PutMetricAlarm", MetricCloud.Alarm("errors", "errors"));

        _cloud.Described("error rate")["Metrics"]!.AsArray().Select(query => (string)query!["Id"]!).ShouldBe(["rate", "errors", "requests"]);
        _cloud.Call("DescribeAlarmsForMetric", new() { ["Namespace"] = "Shop", ["MetricName"] = "errors" })["MetricAlarms"]!.AsArray()
            .Select(alarm => (string)alarm!["AlarmName"]!).ShouldBe(["errors"]);
    }

    [Fact]
    public void An_expression_that_reads_the_clock_changes_the_state_without_any_data()
    {
        _cloud.Call("PutMetricAlarm", MetricCloud.MathAlarm("IF(HOUR(errors) >= 13, 100, 0) + FILL(requests, 0)"));
        _cloud.Advance(120);
        _cloud.State("error rate").ShouldBe("OK");

        _cloud.Advance(3600);
        _cloud.State("error rate").ShouldBe("ALARM");
    }

    [Fact]
    public void An_expression_of_several_series_can_be_watched_once_it_makes_one_of_them()
    {
        _cloud.Call("PutMetricAlarm", MetricCloud.MathAlarm("SUM(METRICS())"));
        _cloud.Put("errors", 15);
        _cloud.Put("requests", 10);
        _cloud.Advance(120);

        _cloud.State("error rate").ShouldBe("ALARM");
    }

    [Theory]
    [InlineData("errors +", "{}", "Error in expression 'rate': Invalid syntax (unexpected the end)")]
    [InlineData("failures / requests", "{}", "Error in expression 'rate': Unknown metric or expression id 'failures'")]
    [InlineData("METRICS() * 2", "{}", "Metrics expression that return multi time series are only allowed for MetricsInsights expression with an ORDER BY clause")]
    [InlineData("SUM(errors)", "{}", "Error in expression 'rate': the result of an expression must be a time series")]
    [InlineData("SEARCH('x', 'Sum')", "{}", "Error in expression 'rate': The embedded cloud does not compute SEARCH")]
    [InlineData("errors", """{"Statistic":"Sum"}""", "Statistic should not be set if list of Metrics is set.")]
    [InlineData("errors", """{"MetricName":"errors"}""", "MetricName should not be set if list of Metrics is set.")]
    [InlineData("errors", """{"EvaluationPeriods":1441}""", "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400).")]
    [InlineData("errors", """{"Metrics":[{"Id":"a","Expression":"b"},{"Id":"b","Expression":"TIME_SERIES(1)"}]}""", "Exactly one element of the metrics list should return data.")]
    [InlineData("errors", """{"Metrics":[{"Id":"a","Expression":"a + 1"}]}""", "Error in expression 'a': Circular reference to 'a'")]
    [InlineData("errors", """{"Metrics":[{"Id":"A","Expression":"1"}]}""", "The value A for parameter Metrics.member.1.Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.")]
    [InlineData("errors", """{"ThresholdMetricId":"rate"}""", "The embedded cloud detects no anomalies: ThresholdMetricId is not supported.")]
    public void What_no_alarm_can_watch_is_refused(string expression, string change, string message) =>
        _cloud.Refused("PutMetricAlarm", MetricCloud.MathAlarm(expression, (JsonObject)JsonNode.Parse(change)!)).ShouldBe(message);
}
