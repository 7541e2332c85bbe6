using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>How alarms are told to others: in events (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html) and in messages.</summary>
internal static class AlarmDocuments
{
    private const string OnlyQuery = "m1";

    /// <summary>Milliseconds and an offset without a colon: <c>2026-03-01T12:00:00.000+0000</c>.</summary>
    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    internal static JsonObject Configuration(MetricAlarm alarm) => Described(alarm.AlarmDescription, new()
    {
        ["metrics"] = new JsonArray([.. Queries(alarm).Select(Metric)]),
    });

    /// <summary>An alarm without a description says nothing of one.</summary>
    internal static JsonObject Described(string? description, JsonObject configuration)
    {
        if (description is not null)
        {
            configuration["description"] = description;
        }

        return configuration;
    }

    internal static JsonObject Trigger(MetricAlarm alarm)
    {
        var trigger = new JsonObject
        {
            ["Period"] = (int)Watched.Period(alarm).TotalSeconds,
            ["EvaluationPeriods"] = alarm.EvaluationPeriods,
            ["DatapointsToAlarm"] = alarm.DatapointsToAlarm,
            ["ComparisonOperator"] = alarm.ComparisonOperator,
            ["Threshold"] = alarm.Threshold,
            ["TreatMissingData"] = alarm.TreatMissingData,
        };
        if (Watched.IsMath(alarm))
        {
            trigger["Metrics"] = new JsonArray([.. alarm.Metrics!.Select(Query)]);
            return trigger;
        }

        trigger["MetricName"] = alarm.MetricName;
        trigger["Namespace"] = alarm.Namespace;
        trigger["StatisticType"] = alarm.Statistic is null ? "ExtendedStatistic" : "Statistic";
        trigger[alarm.Statistic is null ? "ExtendedStatistic" : "Statistic"] = alarm.Statistic?.ToUpperInvariant() ?? alarm.ExtendedStatistic;
        trigger["Unit"] = alarm.Unit;
        trigger["Dimensions"] = Dimensions(alarm.Dimensions);
        return trigger;
    }

    private static IReadOnlyList<MetricDataQuery> Queries(MetricAlarm alarm) => Watched.IsMath(alarm) ? alarm.Metrics! :
    [
        new()
        {
            Id = OnlyQuery,
            ReturnData = true,
            MetricStat = new() { Metric = Watched.Metric(alarm), Period = alarm.Period!.Value, Stat = alarm.Statistic ?? alarm.ExtendedStatistic!, Unit = alarm.Unit },
        },
    ];

    private static JsonObject Metric(MetricDataQuery query)
    {
        var metric = new JsonObject { ["id"] = query.Id };
        if (query.Label is not null)
        {
            metric["label"] = query.Label;
        }

        if (query.Expression is not null)
        {
            metric["expression"] = query.Expression;
        }

        if (query.MetricStat is { Metric: var watched } stat)
        {
            var dimensions = new JsonObject((watched.Dimensions ?? []).Select(dimension => KeyValuePair.Create(dimension.Name, (JsonNode?)dimension.Value)));
            metric["metricStat"] = new JsonObject
            {
                ["metric"] = new JsonObject { ["namespace"] = watched.Namespace, ["name"] = watched.MetricName, ["dimensions"] = dimensions },
                ["period"] = stat.Period,
                ["stat"] = stat.Stat,
            };
        }

        metric["returnData"] = query.ReturnData != false;
        return metric;
    }

    private static JsonObject Query(MetricDataQuery query) => query.MetricStat is { } stat
        ? new()
        {
            ["Id"] = query.Id,
            ["MetricStat"] = new JsonObject
            {
                ["Metric"] = new JsonObject { ["Dimensions"] = Dimensions(stat.Metric.Dimensions), ["MetricName"] = stat.Metric.MetricName, ["Namespace"] = stat.Metric.Namespace },
                ["Period"] = stat.Period,
                ["Stat"] = stat.Stat,
            },
            ["ReturnData"] = query.ReturnData != false,
        }
        : new() { ["Expression"] = query.Expression, ["Id"] = query.Id, ["Label"] = query.Label, ["ReturnData"] = query.ReturnData != false };

    private static JsonArray Dimensions(IEnumerable<Dimension>? dimensions) =>
        new([.. (dimensions ?? []).Select(dimension => new JsonObject { ["value"] = dimension.Value, ["name"] = dimension.Name })]);
}
