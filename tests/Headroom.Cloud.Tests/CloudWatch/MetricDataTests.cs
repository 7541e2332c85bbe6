using System.Globalization;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.CloudWatch;

/// <summary>What can be read of metrics.</summary>
public sealed class MetricDataTests
{
    private readonly MetricCloud _cloud = new();

    [Theory]
    [InlineData("p50", "5")]
    [InlineData("p99.9", "10")]
    [InlineData("p0", "1")]
    [InlineData("tm90", "5")]
    [InlineData("TM(10%:90%)", "5.5")]
    [InlineData("TM(2:5)", "4")]
    [InlineData("tc90", "9")]
    [InlineData("TC(20%:)", "8")]
    [InlineData("ts90", "45")]
    [InlineData("TS(:3)", "6")]
    [InlineData("wm90", "5.4")]
    [InlineData("WM(20%:80%)", "5.5")]
    [InlineData("PR(:3)", "30")]
    [InlineData("PR(3:5)", "20")]
    [InlineData("IQM", "6")]
    [InlineData("Average", "5.5")]
    [InlineData("SampleCount", "10")]
    [InlineData("TM(20:30)", "-")]
    public void A_statistic_says_how_the_samples_are_distributed(string statistic, string expected)
    {
        _cloud.Put("latency", 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);

        var values = _cloud.Data(null, MetricCloud.Query("latency", returned: true, statistic))["MetricDataResults"]![0]!["Values"]!.AsArray();

        (values.Count == 0 ? "-" : Math.Round((double)values[0]!, 6).ToString(CultureInfo.InvariantCulture)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("p101")]
    [InlineData("q50")]
    [InlineData("TM(90%:10%)")]
    [InlineData("PR(1%:10%)")]
    [InlineData("TM(:)")]
    public void A_statistic_that_is_none_is_refused(string statistic)
    {
        _cloud.Refused("PutMetricAlarm", MetricCloud.Alarm("slow", "latency", new() { ["Statistic"] = null, ["ExtendedStatistic"] = statistic }))
            .ShouldBe($"The value {statistic} for parameter ExtendedStatistic is not supported.");
        Should.Throw<InvalidOperationException>(() => _cloud.Data(null, MetricCloud.Query("latency", returned: true, statistic))).Message.ShouldContain("ValidationError");
    }

    [Theory]
    [InlineData("""{"Period":60,"Statistics":["Sum"],"StartTime":"2026-03-01T11:59:00Z"}""", "You have requested up to 1,441 datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range.")]
    [InlineData("""{"Period":3600,"StartTime":"2026-03-02T11:00:00Z"}""", "Either Statistics or ExtendedStatistics must be specified, but not both.")]
    [InlineData("""{"Period":3600,"StartTime":"2026-03-02T11:00:00Z","Statistics":["Sum"],"ExtendedStatistics":["p50"]}""", "Either Statistics or ExtendedStatistics must be specified, but not both.")]
    public void Statistics_that_are_too_many_or_none_are_refused(string request, string message)
    {
        var asked = JsonNode.Parse(request)!.AsObject();
        (asked["Namespace"], asked["MetricName"], asked["EndTime"]) = ("Shop", "latency", "2026-03-02T12:00:00Z");

        var refusal = new TestCloud().Refused("cloudwatch", "GetMetricStatistics", asked);

        (refusal.Code, refusal.Message).ShouldBe(("InvalidParameterCombination", message));
    }

    [Theory]
    [InlineData("""{"Value":"NaN"}""")]
    [InlineData("""{"Values":[1,2],"Counts":[1]}""")]
    public void Data_that_cannot_be_kept_are_refused(string datum)
    {
        var given = JsonNode.Parse(datum)!.AsObject();
        given["MetricName"] = "latency";

        new TestCloud().Refused("cloudwatch", "PutMetricData", new() { ["Namespace"] = "Shop", ["MetricData"] = new JsonArray(given) })
            .Code.ShouldBe("InvalidParameterValue");
    }

    [Fact]
    public void GetMetricStatistics_gives_extended_statistics_too()
    {
        _cloud.Put("latency", 1, 2, 3, 4);

        var point = _cloud.Call("GetMetricStatistics", new()
        {
            ["Namespace"] = "Shop", ["MetricName"] = "latency", ["Period"] = 60, ["ExtendedStatistics"] = new JsonArray("p50", "tm50"),
            ["StartTime"] = "2026-03-01T11:00:00Z", ["EndTime"] = "2026-03-01T13:00:00Z",
        })["Datapoints"]![0]!;

        ((double)point["ExtendedStatistics"]!["p50"]!, (double)point["ExtendedStatistics"]!["tm50"]!).ShouldBe((2, 1.5));
    }

    [Fact]
    public void Values_come_newest_first_and_a_page_at_a_time()
    {
        for (var minute = 0; minute < 5; minute++)
        {
            _cloud.Put("errors", minute);
            _cloud.Put("requests", 10 * minute);
            _cloud.Advance(60);
        }

        var pages = new List<string>();
        for (string? token = null; pages.Count == 0 || token is not null;)
        {
            var page = _cloud.Data(new() { ["MaxDatapoints"] = 4, ["NextToken"] = token }, MetricCloud.Query("errors", returned: true), MetricCloud.Query("requests", returned: true));
            pages.Add(string.Join(" | ", page["MetricDataResults"]!.AsArray().Select(result => $"{result!["StatusCode"]} {result["Values"]!.ToJsonString()}")));
            token = (string?)page["NextToken"];
        }

        pages.ShouldBe(["PartialData [4,3] | PartialData [40,30]", "PartialData [2,1] | PartialData [20,10]", "Complete [0] | Complete [0]"]);
        _cloud.Data(new() { ["ScanBy"] = "TimestampAscending" }, MetricCloud.Query("errors", returned: true))["MetricDataResults"]![0]!["Values"]!.ToJsonString().ShouldBe("[0,1,2,3,4]");
    }

    [Theory]
    [InlineData("errors", "errors")]
    [InlineData("errors of ${PROP('Namespace')}", "errors of Shop")]
    [InlineData("${PROP('Stat')}, every ${PROP('Period')} s, in ${PROP('Region')}", "Sum, every 60 s, in us-east-1")]
    [InlineData("[${MIN}, ${MAX}] avg ${AVG} sum ${SUM} last ${LAST} (${DATAPOINT_COUNT})", "[1, 4] avg 2.5 sum 5 last 4 (2)")]
    [InlineData("${LABEL} at ${LAST_TIME}", "errors at 2026-03-01 13:31:00")]
    [InlineData("${FIRST_LAST_TIME_RANGE} ${LAST_TIME_RELATIVE}", "0d 00:01:00 0d 00:01:00")]
    [InlineData("${NOTHING}", "${NOTHING}")]
    public void A_dynamic_label_tells_of_its_values(string label, string expected)
    {
        _cloud.Put("errors", 1);
        _cloud.Advance(60);
        _cloud.Put("errors", 4);
        _cloud.Advance(60);
        var query = MetricCloud.Query("errors", returned: true);
        query["Label"] = label;

        var result = _cloud.Data(new() { ["LabelOptions"] = new JsonObject { ["Timezone"] = "+0130" } }, query);

        ((string)result["MetricDataResults"]![0]!["Label"]!).ShouldBe(expected);
    }

    [Fact]
    public void The_series_of_an_array_are_called_by_the_expression_and_by_their_metric()
    {
        _cloud.Put("errors", 1);
        _cloud.Put("requests", 1);

        var result = _cloud.Data(
            null, new JsonObject { ["Id"] = "doubled", ["Expression"] = "METRICS() * 2", ["Label"] = "Twice the" }, MetricCloud.Query("errors"), MetricCloud.Query("requests"));

        result["MetricDataResults"]!.AsArray().Select(series => $"{series!["Id"]}: {series["Label"]}").ShouldBe(["doubled: Twice the errors", "doubled: Twice the requests"]);
    }

    [Fact]
    public void Ids_that_are_used_twice_and_queries_of_two_kinds_are_refused()
    {
        JsonObject Request(params JsonNode[] queries) => new() { ["StartTime"] = "2026-03-01T11:00:00Z", ["EndTime"] = "2026-03-01T12:00:00Z", ["MetricDataQueries"] = new JsonArray(queries) };
        var both = MetricCloud.Query("errors");
        both["Expression"] = "1";

        _cloud.Refused("GetMetricData", Request(MetricCloud.Query("errors"), MetricCloud.Query("errors"))).ShouldBe("The values for parameter id in MetricDataQueries are not unique.");
        _cloud.Refused("GetMetricData", Request(both)).ShouldBe("The parameters MetricDataQuery Expression and MetricStat are mutually exclusive and you have specified both.");
    }

    [Fact]
    public void Metrics_without_recent_data_are_not_recently_active()
    {
        _cloud.Put("errors", 1);
        _cloud.Advance(4 * 3600);
        _cloud.Put("requests", 1);

        string[] Listed(JsonObject request) => [.. _cloud.Call("ListMetrics", request)["Metrics"]!.AsArray().Select(metric => (string)metric!["MetricName"]!)];

        Listed(new() { ["Namespace"] = "Shop" }).ShouldBe(["errors", "requests"]);
        Listed(new() { ["Namespace"] = "Shop", ["RecentlyActive"] = "PT3H" }).ShouldBe(["requests"]);
    }
}
