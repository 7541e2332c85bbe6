using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Policies;

/// <summary>Reads a policy's alarms, and the latest value of what they watch, through CloudWatch's own API.</summary>
internal static class AlarmReading
{
    /// <summary>A datapoint that is older than three periods is not the latest word any more.</summary>
    private const int Recent = 3;

    /// <summary>The alarms that trigger the policy: the two that target tracking made, or those of the owner whose action is the policy.</summary>
    internal static IReadOnlyList<MetricAlarm> Of(Step step, ScalingPolicy policy)
    {
        var request = policy.PolicyType == PolicyRules.TargetTracking
            ? new DescribeAlarmsRequest { AlarmNames = [.. (policy.Alarms ?? []).Select(alarm => alarm.AlarmName)] }
            : new DescribeAlarmsRequest { ActionPrefix = policy.PolicyARN };
        return Call<DescribeAlarmsRequest, DescribeAlarmsResponse>(step, "DescribeAlarms", request)?.MetricAlarms ?? [];
    }

    /// <summary>The newest datapoint of the last periods, or null.</summary>
    internal static double? Latest(Step step, MetricAlarm alarm)
    {
        if (alarm.Statistic is not { } statistic)
        {
            return LatestOf(step, Queries(alarm));
        }

        var request = new GetMetricStatisticsRequest
        {
            Namespace = alarm.Namespace!,
            MetricName = alarm.MetricName!,
            Dimensions = alarm.Dimensions,
            StartTime = step.Now - TimeSpan.FromSeconds((double)alarm.Period!.Value * Recent),
            EndTime = step.Now,
            Period = alarm.Period.Value,
            Statistics = [statistic],
        };
        var newest = Call<GetMetricStatisticsRequest, GetMetricStatisticsResponse>(step, "GetMetricStatistics", request)?.Datapoints?.MaxBy(point => point.Timestamp);
        return statistic switch
        {
            "Sum" => newest?.Sum,
            "Minimum" => newest?.Minimum,
            "Maximum" => newest?.Maximum,
            "SampleCount" => newest?.SampleCount,
            _ => newest?.Average,
        };
    }

    // A percentile, or metric math: of the completed minutes.
    private static double? LatestOf(Step step, IReadOnlyList<MetricDataQuery> queries)
    {
        var end = step.Now.AddTicks(-(step.Now.UtcTicks % TimeSpan.TicksPerMinute));
        var period = queries.Max(query => query.MetricStat?.Period ?? query.Period ?? 60);
        var request = new GetMetricDataRequest { MetricDataQueries = queries, StartTime = end - TimeSpan.FromSeconds((double)period * Recent), EndTime = end };
        return Call<GetMetricDataRequest, GetMetricDataResponse>(step, "GetMetricData", request)?.MetricDataResults is [{ Values: [var newest, ..] }, ..] ? newest : null;
    }

    private static IReadOnlyList<MetricDataQuery> Queries(MetricAlarm alarm) => alarm.Metrics is { Count: > 0 } queries ? queries :
    [
        new()
        {
            Id = "m1",
            MetricStat = new()
            {
                Metric = new() { Namespace = alarm.Namespace, MetricName = alarm.MetricName, Dimensions = alarm.Dimensions },
                Period = alarm.Period!.Value,
                Stat = alarm.ExtendedStatistic!,
                Unit = alarm.Unit,
            },
        },
    ];

    private static TResponse? Call<TRequest, TResponse>(Step step, string operation, TRequest request)
        where TResponse : class =>
        step.CallAs<TRequest, TResponse>(AutoScalingNames.Role(step), "cloudwatch", operation, request) is Outcome<TResponse>.Answered answered ? answered.Response : null;
}
