using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.StepFunctions;

/// <summary>What a state machine's executions show in CloudWatch.</summary>
public sealed class MetricTests
{
    private const string Fails = """{"F": {"Type": "Fail", "Error": "Broken"}}""";
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_failed_execution_raises_the_alarm_on_failed_executions()
    {
        var machine = Machines.Create(_cloud, "m", Fails);
        _cloud.Call("cloudwatch", "PutMetricAlarm", new()
        {
            ["AlarmName"] = "failed",
            ["Namespace"] = "AWS/States",
            ["MetricName"] = "ExecutionsFailed",
            ["Dimensions"] = Of(machine),
            ["ComparisonOperator"] = "GreaterThanOrEqualToThreshold",
            ["EvaluationPeriods"] = 1,
            ["Period"] = 300,
            ["Statistic"] = "Sum",
            ["Threshold"] = 1,
            ["TreatMissingData"] = "notBreaching",
        });
        _cloud.Advance(TimeSpan.FromMinutes(6));
        AlarmState().ShouldBe("OK");

        Machines.Start(_cloud, machine);
        _cloud.Advance(TimeSpan.FromMinutes(6));

        AlarmState().ShouldBe("ALARM");
    }

    [Theory]
    [InlineData("ExecutionsSucceeded", """{"W": {"Type": "Wait", "Seconds": 2, "End": true}}""")]
    [InlineData("ExecutionsFailed", """{"W": {"Type": "Wait", "Seconds": 2, "Next": "F"}, "F": {"Type": "Fail"}}""")]
    [InlineData("ExecutionsAborted", """{"W": {"Type": "Wait", "Seconds": 1000, "End": true}}""")]
    public void Every_execution_counts_at_its_start_and_at_its_end_with_the_time_it_took(string ending, string states)
    {
        var machine = Machines.Create(_cloud, "m", states);
        var run = Machines.Start(_cloud, machine);
        Sum(machine, "ExecutionsStarted").ShouldBe(1);
        _cloud.Advance(TimeSpan.FromSeconds(2));
        if (ending == "ExecutionsAborted")
        {
            _cloud.Call("stepfunctions", "StopExecution", new() { ["executionArn"] = run });
        }

        Sum(machine, ending).ShouldBe(1);
        Sum(machine, "ExecutionTime").ShouldBe(2000);
        new[] { "ExecutionsSucceeded", "ExecutionsFailed", "ExecutionsAborted", "ExecutionsTimedOut" }.Sum(metric => Sum(machine, metric)).ShouldBe(1);
    }

    private double Sum(string machine, string metric)
    {
        var points = _cloud.Call("cloudwatch", "GetMetricStatistics", new()
        {
            ["Namespace"] = "AWS/States",
            ["MetricName"] = metric,
            ["Dimensions"] = Of(machine),
            ["StartTime"] = Instant(_cloud.Now.AddHours(-1)),
            ["EndTime"] = Instant(_cloud.Now.AddHours(1)),
            ["Period"] = 60,
            ["Statistics"] = new JsonArray("Sum"),
        })["Datapoints"]!.AsArray();
        return points.Sum(point => point!["Sum"]!.GetValue<double>());
    }

    private string AlarmState() => (string)_cloud.Call("cloudwatch", "DescribeAlarms", [])["MetricAlarms"]![0]!["StateValue"]!;

    private static JsonArray Of(string machine) => [new JsonObject { ["Name"] = "StateMachineArn", ["Value"] = machine }];

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
