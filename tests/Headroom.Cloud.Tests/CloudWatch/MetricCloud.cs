using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.CloudWatch;

/// <summary>A cloud of metrics and alarms, and short ways to ask about them.</summary>
internal sealed class MetricCloud
{
    public TestCloud Cloud { get; } = new();

    public JsonObject Call(string operation, JsonObject request) => Cloud.Call("cloudwatch", operation, request);

    public string Refused(string operation, JsonObject request) => Cloud.Refused("cloudwatch", operation, request).Message;

    /// <summary>Sends values of a metric of the namespace <c>Shop</c>, now.</summary>
    public void Put(string name, params double[] values) => Put(name, 60, values);

    /// <summary>The same, kept by the second.</summary>
    public void PutBySecond(string name, params double[] values) => Put(name, 1, values);

    /// <summary>An alarm on a metric that is above 0; whatever else is given replaces what it says.</summary>
    public static JsonObject Alarm(string name, string metric, JsonObject? change = null) => With(
        new()
        {
            ["AlarmName"] = name, ["Namespace"] = "Shop", ["MetricName"] = metric, ["Statistic"] = "Sum", ["Period"] = 60, ["EvaluationPeriods"] = 1,
            ["Threshold"] = 0, ["ComparisonOperator"] = "GreaterThanThreshold", ["TreatMissingData"] = "notBreaching",
        },
        change);

    /// <summary>An alarm on what is computed from <c>errors</c> and <c>requests</c>.</summary>
    public static JsonObject MathAlarm(string expression, JsonObject? change = null) => With(
        new()
        {
            ["AlarmName"] = "error rate", ["EvaluationPeriods"] = 1, ["Threshold"] = 20, ["ComparisonOperator"] = "GreaterThanThreshold",
            ["Metrics"] = new JsonArray(new JsonObject { ["Id"] = "rate", ["Expression"] = expression, ["Label"] = "Error rate" }, Query("errors"), Query("requests")),
        },
        change);

    public static JsonObject Query(string name, bool returned = false, string statistic = "Sum", int period = 60) => new()
    {
        ["Id"] = name,
        ["ReturnData"] = returned,
        ["MetricStat"] = new JsonObject { ["Metric"] = new JsonObject { ["Namespace"] = "Shop", ["MetricName"] = name }, ["Period"] = period, ["Stat"] = statistic },
    };

    /// <summary>What the queries give for the last hour.</summary>
    public JsonObject Data(JsonObject? change, params JsonNode[] queries) => Call("GetMetricData", With(
        new()
        {
            ["StartTime"] = Cloud.Now.AddHours(-1).ToString("O"), ["EndTime"] = Cloud.Now.AddMinutes(1).ToString("O"),
            ["MetricDataQueries"] = new JsonArray(queries),
        },
        change));

    public JsonObject Described(string name) => (JsonObject)Call("DescribeAlarms", new() { ["AlarmNames"] = new JsonArray(name), ["AlarmTypes"] = new JsonArray("MetricAlarm", "CompositeAlarm") })
        .Where(list => list.Value is JsonArray { Count: > 0 }).Select(list => list.Value![0]!).Single();

    public string State(string name) => (string)Described(name)["StateValue"]!;

    public void Advance(int seconds) => Cloud.Advance(TimeSpan.FromSeconds(seconds));

    private void Put(string name, int resolution, double[] values) => Call("PutMetricData", new()
    {
        ["Namespace"] = "Shop",
        ["MetricData"] = new JsonArray([.. values.Select(value => new JsonObject { ["MetricName"] = name, ["Value"] = value, ["StorageResolution"] = resolution })]),
    });

    private static JsonObject With(JsonObject request, JsonObject? change)
    {
        foreach (var (name, value) in change ?? [])
        {
            if (value is null)
            {
                request.Remove(name);
            }
            else
            {
                request[name] = value.DeepClone();
            }
        }

        return request;
    }
}
