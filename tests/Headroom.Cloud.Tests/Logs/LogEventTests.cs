using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Logs;

public sealed class LogEventTests
{
    private readonly TestCloud _cloud = new();

    public LogEventTests()
    {
        _cloud.Call("logs", "CreateLogGroup", new() { ["logGroupName"] = "app" });
        _cloud.Call("logs", "CreateLogStream", new() { ["logGroupName"] = "app", ["logStreamName"] = "one" });
    }

    [Fact]
    public void A_stream_is_read_forward_page_by_page_until_the_same_token_comes_back()
    {
        Put("1", "2", "3");

        var first = Get(null, fromHead: true);
        var second = Get((string)first["nextForwardToken"]!);
        var third = Get((string)second["nextForwardToken"]!);

        Messages(first).ShouldBe(["1", "2"]);
        Messages(second).ShouldBe(["3"]);
        Messages(third).ShouldBeEmpty();
        ((string)third["nextForwardToken"]!).ShouldBe((string)second["nextForwardToken"]!);
    }

    [Fact]
    public void A_stream_is_read_backward_from_its_end()
    {
        Put("1", "2", "3");

        var first = Get(null);
        var second = Get((string)first["nextBackwardToken"]!);

        Messages(first).ShouldBe(["2", "3"]);
        Messages(second).ShouldBe(["1"]);
    }

    [Theory]
    [InlineData("ERROR", "a")]
    [InlineData("ERROR disk", "")]
    [InlineData("?ERROR ?WARN", "a,b")]
    [InlineData("-ERROR", "b,c")]
    [InlineData("\"all is well\"", "c")]
    public void A_filter_finds_the_messages_with_its_terms(string pattern, string found)
    {
        Put("a: ERROR cpu", "b: WARN disk", "c: all is well");

        var events = _cloud.Call("logs", "FilterLogEvents", new() { ["logGroupName"] = "app", ["filterPattern"] = pattern })["events"]!.AsArray();

        string.Join(',', events.Select(one => ((string)one!["message"]!)[..1])).ShouldBe(found);
    }

    [Theory]
    [InlineData("DescribeLogStreams", """{"logGroupName":"app","orderBy":"LastEventTime","logStreamNamePrefix":"o"}""")]
    [InlineData("FilterLogEvents", """{"logGroupName":"app","logStreamNames":["one"],"logStreamNamePrefix":"o"}""")]
    public void What_cannot_be_asked_for_together_is_refused(string operation, string request) =>
        _cloud.Refused("logs", operation, JsonNode.Parse(request)!.AsObject()).Code.ShouldBe("InvalidParameterException");

    [Fact]
    public void A_filter_of_a_kind_that_is_not_read_is_refused() =>
        _cloud.Refused("logs", "FilterLogEvents", new() { ["logGroupName"] = "app", ["filterPattern"] = "{ $.level = \"error\" }" }).Code.ShouldBe("InvalidParameterException");

    [Fact]
    public void Events_past_the_groups_retention_are_not_shown()
    {
        Put("old");
        _cloud.Call("logs", "PutRetentionPolicy", new() { ["logGroupName"] = "app", ["retentionInDays"] = 1 });
        _cloud.Advance(TimeSpan.FromDays(2));

        Messages(Get(null)).ShouldBeEmpty();
    }

    [Fact]
    public void A_line_in_embedded_metric_format_becomes_a_metric()
    {
        Put($$"""{"_aws":{"Timestamp":{{_cloud.Now.ToUnixTimeMilliseconds()}},"CloudWatchMetrics":[{"Namespace":"Headroom","Dimensions":[["FunctionName"]],"Metrics":[{"Name":"Accepted","Unit":"Count"}]}]},"FunctionName":"notifier","Accepted":1}""");

        var statistics = _cloud.Call("cloudwatch", "GetMetricStatistics", new()
        {
            ["Namespace"] = "Headroom",
            ["MetricName"] = "Accepted",
            ["Dimensions"] = new JsonArray(new JsonObject { ["Name"] = "FunctionName", ["Value"] = "notifier" }),
            ["StartTime"] = "2026-03-01T12:00:00.000Z",
            ["EndTime"] = "2026-03-01T12:05:00.000Z",
            ["Period"] = 60,
            ["Statistics"] = new JsonArray("Sum"),
        });
        ((double)statistics["Datapoints"]![0]!["Sum"]!).ShouldBe(1);
    }

    [Theory]
    [InlineData("CreateLogGroup", """{"logGroupName":"app"}""", "ResourceAlreadyExistsException")]
    [InlineData("CreateLogStream", """{"logGroupName":"app","logStreamName":"one"}""", "ResourceAlreadyExistsException")]
    [InlineData("CreateLogStream", """{"logGroupName":"gone","logStreamName":"one"}""", "ResourceNotFoundException")]
    [InlineData("GetLogEvents", """{"logGroupName":"app","logStreamName":"gone"}""", "ResourceNotFoundException")]
    [InlineData("PutRetentionPolicy", """{"logGroupName":"app","retentionInDays":2}""", "InvalidParameterException")]
    public void What_Logs_refuses_is_refused_with_its_code(string operation, string request, string code) =>
        _cloud.Refused("logs", operation, JsonNode.Parse(request)!.AsObject()).Code.ShouldBe(code);

    private void Put(params string[] messages) => _cloud.Call("logs", "PutLogEvents", new()
    {
        ["logGroupName"] = "app",
        ["logStreamName"] = "one",
        ["logEvents"] = new JsonArray([.. messages.Select(message => new JsonObject { ["timestamp"] = _cloud.Now.ToUnixTimeMilliseconds(), ["message"] = message })]),
    });

    private JsonObject Get(string? token, bool fromHead = false) => _cloud.Call("logs", "GetLogEvents", new()
    {
        ["logGroupName"] = "app",
        ["logStreamName"] = "one",
        ["limit"] = 2,
        ["startFromHead"] = fromHead,
        ["nextToken"] = token,
    });

    private static IEnumerable<string> Messages(JsonObject page) => page["events"]!.AsArray().Select(one => (string)one!["message"]!);
}
