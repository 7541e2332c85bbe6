using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.CloudWatch;

/// <summary>Composite alarms (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html).</summary>
public sealed class CompositeAlarmTests
{
    private readonly MetricCloud _cloud = new();

    public CompositeAlarmTests()
    {
        foreach (var name in new[] { "a", "o", "n", "two words", "maintenance" })
        {
            _cloud.Call("PutMetricAlarm", MetricCloud.Alarm(name, name.Replace(' ', '-')));
        }

        Set("a", "ALARM");
        Set("two words", "ALARM");
        Set("o", "OK");
    }

    public static TheoryData<string, string> Rules()
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "CloudWatch", "rules.txt")).Where(line => !line.StartsWith('#')))
        {
            var parts = line.Split(" => ");
            cases.Add(parts[0], parts[1]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_gives_what_the_table_says(string rule, string expected)
    {
        if (expected is "ALARM" or "OK")
        {
            Put("both", rule);
            _cloud.State("both").ShouldBe(expected);
        }
        else
        {
            _cloud.Refused("PutCompositeAlarm", new() { ["AlarmName"] = "both", ["AlarmRule"] = rule }).ShouldBe(expected);
        }
    }

    [Fact]
    public void A_composite_alarm_follows_its_children_and_says_which_of_them_it_was()
    {
        Put("both", "ALARM(a) AND ALARM(o)");
        ((string)_cloud.Described("both")["StateReason"]!).ShouldBe("arn:aws:cloudwatch:us-east-1:123456789012:alarm:both was created and its alarm rule evaluates to OK");

        Set("o", "ALARM");

        var described = _cloud.Described("both");
        ((string)described["StateValue"]!).ShouldBe("ALARM");
        ((string)described["StateReason"]!).ShouldBe("arn:aws:cloudwatch:us-east-1:123456789012:alarm:o transitioned to ALARM at Sunday 01 March, 2026 12:00:00 UTC");
        ((string)described["StateReasonData"]!).ShouldBe(
            """{"triggeringAlarms":[{"arn":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:o","state":{"value":"ALARM","timestamp":"2026-03-01T12:00:00.000+0000"}}]}""");
        History("both").ShouldBe(
        [
            """ConfigurationUpdate: Alarm "both" created""",
            "StateUpdate: Alarm updated from INSUFFICIENT_DATA to OK",
            "StateUpdate: Alarm updated from OK to ALARM",
        ]);
    }

    [Fact]
    public void A_composite_alarm_of_composite_alarms_follows_them()
    {
        Put("inner", "ALARM(o)");
        Put("outer", "ALARM(inner) OR ALARM(n)");

        Set("o", "ALARM");

        _cloud.State("outer").ShouldBe("ALARM");
    }

    [Fact]
    public void The_evaluation_of_a_cycle_ends_where_it_would_begin_again()
    {
        Put("one", "ALARM(o)");
        Put("two", "NOT ALARM(one)");
        Put("one", "ALARM(two)");

        _cloud.State("one").ShouldBe("ALARM");
        _cloud.State("two").ShouldBe("OK");
        _cloud.Refused("DeleteAlarms", Names("one")).ShouldBe("Cannot delete one as there are composite alarm(s) depending on it.");

        Put("one", "FALSE");
        _cloud.Call("DeleteAlarms", Names("two"));
        _cloud.Call("DeleteAlarms", Names("one"));
    }

    [Fact]
    public void An_alarm_in_a_rule_cannot_be_deleted_before_its_composite_alarm()
    {
        Put("both", "ALARM(a) OR ALARM(o)");

        _cloud.Refused("DeleteAlarms", Names("a", "o", "n")).ShouldBe("Cannot delete a,o as there are composite alarm(s) depending on them.");
        _cloud.Call("DeleteAlarms", Names("a", "o", "both", "nothing"));

        _cloud.Call("DescribeAlarms", [])["MetricAlarms"]!.AsArray().Select(alarm => (string)alarm!["AlarmName"]!).ShouldBe(["maintenance", "n", "two words"]);
    }

    [Fact]
    public void Two_composite_alarms_are_not_deleted_with_one_call()
    {
        Put("one", "TRUE");
        Put("two", "TRUE");

        _cloud.Refused("DeleteAlarms", Names("one", "two")).ShouldBe("At most one composite alarm can be deleted with one DeleteAlarms call.");
    }

    [Fact]
    public void DescribeAlarms_tells_of_composite_alarms_where_they_are_asked_for()
    {
        Put("both", "ALARM(a) AND OK(o)");

        string[] Listed(JsonObject request, string list) => [.. _cloud.Call("DescribeAlarms", request)[list]!.AsArray().Select(alarm => (string)alarm!["AlarmName"]!)];

        Listed([], "CompositeAlarms").ShouldBeEmpty();
        Listed(new() { ["AlarmTypes"] = new JsonArray("CompositeAlarm") }, "CompositeAlarms").ShouldBe(["both"]);
        Listed(new() { ["AlarmTypes"] = new JsonArray("CompositeAlarm", "MetricAlarm"), ["StateValue"] = "ALARM" }, "MetricAlarms").ShouldBe(["a", "two words"]);
        Listed(new() { ["ChildrenOfAlarmName"] = "both" }, "MetricAlarms").ShouldBe(["a", "o"]);
        Listed(new() { ["ParentsOfAlarmName"] = "o" }, "CompositeAlarms").ShouldBe(["both"]);
        _cloud.Call("DescribeAlarms", new() { ["ChildrenOfAlarmName"] = "both" })["MetricAlarms"]![0]!.AsObject().Select(member => member.Key)
            .ShouldBe(["AlarmName", "AlarmArn", "StateValue", "StateUpdatedTimestamp"]);
        _cloud.Refused("DescribeAlarms", new() { ["ChildrenOfAlarmName"] = "both", ["StateValue"] = "OK" }).ShouldBe("With ChildrenOfAlarmName only MaxRecords and NextToken may be specified.");
    }

    [Fact]
    public void History_comes_a_page_at_a_time()
    {
        Put("both", "ALARM(o)");
        Set("o", "ALARM");
        Set("o", "OK");

        var seen = new List<string>();
        for (string? token = null; seen.Count == 0 || token is not null;)
        {
            var request = new JsonObject { ["AlarmName"] = "both", ["AlarmTypes"] = new JsonArray("CompositeAlarm"), ["MaxRecords"] = 2 };
            if (token is not null)
            {
                request["NextToken"] = token;
            }

            var page = _cloud.Call("DescribeAlarmHistory", request);
            seen.Add(string.Join(", ", page["AlarmHistoryItems"]!.AsArray().Select(item => (string)item!["HistoryItemType"]!)));
            token = (string?)page["NextToken"];
        }

        seen.ShouldBe(["StateUpdate, StateUpdate", "StateUpdate, ConfigurationUpdate"]);
    }

    [Fact]
    public void A_composite_alarm_publishes_to_its_topic_and_EventBridge_hears_of_it()
    {
        var topic = (string)_cloud.Cloud.Call("sns", "CreateTopic", new() { ["Name"] = "operators" })["TopicArn"]!;
        var queue = (string)_cloud.Cloud.Call("sqs", "CreateQueue", new() { ["QueueName"] = "operators" })["QueueUrl"]!;
        var queueArn = "arn:aws:sqs:us-east-1:123456789012:operators";
        var policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"{{queueArn}}"}]}""";
        _cloud.Cloud.Call("sqs", "SetQueueAttributes", new() { ["QueueUrl"] = queue, ["Attributes"] = new JsonObject { ["Policy"] = policy } });
        _cloud.Cloud.Call("sns", "Subscribe", new() { ["TopicArn"] = topic, ["Protocol"] = "sqs", ["Endpoint"] = queueArn, ["Attributes"] = new JsonObject { ["RawMessageDelivery"] = "true" } });
        Put("both", "ALARM(o)", new() { ["AlarmActions"] = new JsonArray(topic) });

        Set("o", "ALARM");
        _cloud.Advance(1);

        History("both")[^1].ShouldBe($"Action: Successfully executed action {topic}");
        var message = JsonNode.Parse((string)_cloud.Cloud.Call("sqs", "ReceiveMessage", new() { ["QueueUrl"] = queue })["Messages"]![0]!["Body"]!)!;
        (message["AlarmName"]!.ToString(), message["OldStateValue"]!.ToString(), message["NewStateValue"]!.ToString(), message["AlarmRule"]!.ToString()).ShouldBe(("both", "OK", "ALARM", "ALARM(o)"));
        message["TriggeringChildren"]![0]!["Arn"]!.ToString().ShouldBe("arn:aws:cloudwatch:us-east-1:123456789012:alarm:o");
        var happened = _cloud.Cloud.Log.After(0).Where(happened => happened.Type == "CloudWatch Alarm State Change" && (string?)happened.Detail["alarmName"] == "both").Last();
        happened.Detail["configuration"]!.ToJsonString().ShouldBe("""{"alarmRule":"ALARM(o)"}""");
        (happened.Detail["previousState"]!["value"]!.ToString(), happened.Detail["state"]!["value"]!.ToString()).ShouldBe(("OK", "ALARM"));
    }

    [Theory]
    [InlineData("""{"AlarmRule":" TRUE"}""", "AlarmRule must not contain leading or trailing whitespace or be null")]
    [InlineData("""{"AlarmName":"a"}""", "An alarm named a exists already, and it is a metric alarm.")]
    [InlineData("""{"ActionsSuppressor":"a"}""", "ActionsSuppressorWaitPeriod and ActionsSuppressorExtensionPeriod must be specified with ActionsSuppressor.")]
    [InlineData("""{"ActionsSuppressor":"b","ActionsSuppressorWaitPeriod":1,"ActionsSuppressorExtensionPeriod":1}""", "Could not save the composite alarm as the actions suppressor alarm [b] does not exist")]
    [InlineData("""{"AlarmActions":["arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:x"]}""", "Invalid action for a composite alarm: arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:x")]
    public void What_no_composite_alarm_can_be_is_refused(string change, string message)
    {
        var request = new JsonObject { ["AlarmName"] = "both", ["AlarmRule"] = "TRUE" };
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(change)!)
        {
            request[name] = value?.DeepClone();
        }

        _cloud.Refused("PutCompositeAlarm", request).ShouldBe(message);
    }

    private void Put(string name, string rule, JsonObject? more = null)
    {
        var request = new JsonObject { ["AlarmName"] = name, ["AlarmRule"] = rule };
        foreach (var (member, value) in more ?? [])
        {
            request[member] = value?.DeepClone();
        }

        _cloud.Call("PutCompositeAlarm", request);
    }

    private void Set(string name, string state) => _cloud.Call("SetAlarmState", new() { ["AlarmName"] = name, ["StateValue"] = state, ["StateReason"] = "by hand" });

    private static JsonObject Names(params string[] names) => new() { ["AlarmNames"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };

    private string[] History(string name) =>
    [
        .. _cloud.Call("DescribeAlarmHistory", new() { ["AlarmName"] = name, ["AlarmTypes"] = new JsonArray("CompositeAlarm"), ["ScanBy"] = "TimestampAscending" })["AlarmHistoryItems"]!
            .AsArray().Select(item => $"{item!["HistoryItemType"]}: {item["HistorySummary"]}"),
    ];
}
