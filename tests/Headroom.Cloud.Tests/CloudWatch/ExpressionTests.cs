using System.Globalization;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.CloudWatch;

/// <summary>Metric math, as a client of GetMetricData sees it: the table <c>expressions.txt</c>, a line a case.</summary>
public sealed class ExpressionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Series = new()
    {
        ["m1"] = "30 20 0 0", ["m2"] = "20 - 20 -", ["m3"] = "1 2 3 4", ["gap"] = "10 - - 40", ["none"] = "- - - -",
        ["c"] = "1 1 0 0", ["t"] = "30 - 0 0", ["f"] = "0 0 20 -",
    };

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "CloudWatch", "expressions.txt")).Where(line => line.Contains(" => ") && !line.StartsWith('#')))
        {
            var parts = line.Split(" => ");
            cases.Add(parts[0], parts[1]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_expression_gives_what_the_table_says(string expression, string expected)
    {
        var cloud = new TestCloud(now: Noon);
        foreach (var (name, values) in Series)
        {
            Put(cloud, name, values);
        }

        var queries = new JsonArray([.. Series.Keys.Select(Read), new JsonObject { ["Id"] = "e", ["Expression"] = expression }]);
        var request = new JsonObject { ["StartTime"] = "2026-03-01T12:00:00Z", ["EndTime"] = "2026-03-01T12:04:00Z", ["ScanBy"] = "TimestampAscending", ["MetricDataQueries"] = queries };

        if (expected.StartsWith("Error", StringComparison.Ordinal))
        {
            cloud.Refused("cloudwatch", "GetMetricData", request).Message.ShouldBe(expected);
        }
        else
        {
            string.Join("; ", cloud.Call("cloudwatch", "GetMetricData", request)["MetricDataResults"]!.AsArray().Select(Text)).ShouldBe(expected);
        }
    }

    private static void Put(TestCloud cloud, string name, string values)
    {
        var data = values.Split(' ').Index().Where(value => value.Item != "-").Select(value => new JsonObject
        {
            ["MetricName"] = name,
            ["Value"] = double.Parse(value.Item, CultureInfo.InvariantCulture),
            ["Timestamp"] = $"2026-03-01T12:0{value.Index}:00Z",
        });
        cloud.Call("cloudwatch", "PutMetricData", new() { ["Namespace"] = "Shop", ["MetricData"] = new JsonArray([.. data]) });
    }

    private static JsonObject Read(string name) => new()
    {
        ["Id"] = name,
        ["ReturnData"] = false,
        ["MetricStat"] = new JsonObject { ["Metric"] = new JsonObject { ["Namespace"] = "Shop", ["MetricName"] = name }, ["Period"] = 60, ["Stat"] = "Sum" },
    };

    private static string Text(JsonNode? result)
    {
        var times = result!["Timestamps"]!.AsArray().Select(time => (int)(DateTimeOffset.Parse((string)time!, CultureInfo.InvariantCulture) - Noon).TotalMinutes).ToList();
        var values = result["Values"]!.AsArray().Select(value => Math.Round((double)value!, 4).ToString(CultureInfo.InvariantCulture)).ToList();
        return string.Join(' ', Enumerable.Range(0, 4).Select(minute => times.IndexOf(minute) is >= 0 and var at ? values[at] : "-"));
    }
}
