using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.CloudWatch;

/// <summary>Suppressed actions of composite alarms (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html).</summary>
public sealed class ActionSuppressionTests
{
    private readonly MetricCloud _cloud = new();

    public ActionSuppressionTests()
    {
        foreach (var name in new[] { "child", "maintenance" })
        {
            _cloud.Call("PutMetricAlarm", MetricCloud.Alarm(name, name, new() { ["TreatMissingData"] = "ignore" }));
            Set(name, "OK");
        }

        var topics = new[] { "bad", "good" }.Select(name => (string)_cloud.Cloud.Call("sns", "CreateTopic", new() { ["Name"] = name })["TopicArn"]!).ToList();
        _cloud.Call("PutCompositeAlarm", new()
        {
            ["AlarmName"] = "service",
            ["AlarmRule"] = "ALARM(child)",
            ["AlarmActions"] = new JsonArray(topics[0]),
            ["OKActions"] = new JsonArray(topics[1]),
            ["ActionsSuppressor"] = "maintenance",
            ["ActionsSuppressorWaitPeriod"] = 120,
            ["ActionsSuppressorExtensionPeriod"] = 180,
        });
        _cloud.Advance(300);
    }

    /// <summary>
    /// What happens at which second (c: the child, m: the suppressor; + into ALARM, - to OK), and when which topic is told. The first four lines
    /// are AWS's examples.
    /// </summary>
    [Theory]
    [InlineData("0 c+", "120 bad")]
    [InlineData("0 c+; 60 m+", "")]
    [InlineData("0 c+; 60 c-", "180 good")]
    [InlineData("0 m+; 10 c+; 60 c-; 100 m-", "280 good")]
    [InlineData("0 c+; 60 m+; 100 m-", "280 bad")]
    [InlineData("0 m+; 10 c+; 60 m-; 100 c-", "240 good")]
    [InlineData("0 m+; 60 m-", "")]
    [InlineData("0 c+; 130 m+; 200 m-", "120 bad")]
    [InlineData("0 m+; 50 m-; 300 c+", "420 bad")]
    [InlineData("0 m+; 10 c+; 60 m-; 100 m+; 200 m-", "380 bad")]
    public void Actions_wait_for_the_suppressor(string happenings, string expected)
    {
        var start = _cloud.Cloud.Now;
        var before = Actions().Count;
        foreach (var happening in happenings.Split("; "))
        {
            var parts = happening.Split(' ');
            _cloud.Cloud.Advance(start.AddSeconds(int.Parse(parts[0])) - _cloud.Cloud.Now);
            Set(parts[1][0] == 'c' ? "child" : "maintenance", parts[1][1] == '+' ? "ALARM" : "OK");
        }

        _cloud.Cloud.Advance(start.AddSeconds(600) - _cloud.Cloud.Now);

        string.Join("; ", Actions().Skip(before).Select(action => $"{(action.Time - start).TotalSeconds} {action.Topic}")).ShouldBe(expected);
    }

    [Fact]
    public void An_alarm_says_what_its_actions_wait_for()
    {
        Set("child", "ALARM");
        Suppressed().ShouldBe("WaitPeriod: Actions suppressed by WaitPeriod");

        Set("maintenance", "ALARM");
        Suppressed().ShouldBe("Alarm: Actions suppressed by Alarm");

        Set("maintenance", "OK");
        Suppressed().ShouldBe("ExtensionPeriod: Actions suppressed by ExtensionPeriod");

        _cloud.Advance(180);
        Suppressed().ShouldBe(": ");
    }

    private string Suppressed() => $"{_cloud.Described("service")["ActionsSuppressedBy"]}: {_cloud.Described("service")["ActionsSuppressedReason"]}";

    private void Set(string name, string state) => _cloud.Call("SetAlarmState", new() { ["AlarmName"] = name, ["StateValue"] = state, ["StateReason"] = "by hand" });

    private List<(DateTimeOffset Time, string Topic)> Actions() =>
    [
        .. _cloud.Call("DescribeAlarmHistory", new()
        {
            ["AlarmName"] = "service",
            ["AlarmTypes"] = new JsonArray("CompositeAlarm"),
            ["HistoryItemType"] = "Action",
            ["ScanBy"] = "TimestampAscending",
        })["AlarmHistoryItems"]!.AsArray().Select(item => ((DateTimeOffset)item!["Timestamp"]!, ((string)item["HistorySummary"]!).Split(':')[^1])),
    ];
}
