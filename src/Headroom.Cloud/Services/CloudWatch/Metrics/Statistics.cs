namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>CloudWatch's statistics of the points of one period (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html).</summary>
internal static class Statistics
{
    /// <summary>Whether <paramref name="statistic"/> is one: <c>Average</c>, <c>Sum</c>, <c>Minimum</c>, <c>Maximum</c>, <c>SampleCount</c>, or an extended one as <c>p99.9</c>.</summary>
    internal static bool IsKnown(string statistic) => IsSimple(statistic) || ExtendedStatistic.Parse(statistic) is not null;

    /// <summary>Whether it needs no more than count, sum, minimum and maximum.</summary>
    internal static bool IsSimple(string statistic) => statistic is "Average" or "Sum" or "Minimum" or "Maximum" or "SampleCount";

    /// <summary>The statistic of one or more points; null where it cannot be told (a percentile of pre-aggregated data).</summary>
    internal static double? Of(IReadOnlyList<MetricPoint> points, string statistic) =>
        Of(points.Count == 1 ? points[0] : points.Aggregate((sum, point) => sum.And(point)), statistic);

    /// <summary>The statistic of one point.</summary>
    internal static double? Of(MetricPoint point, string statistic) => statistic switch
    {
        "Average" => point.Count == 0 ? null : point.Sum / point.Count,
        "Sum" => point.Sum,
        "Minimum" => point.Minimum,
        "Maximum" => point.Maximum,
        "SampleCount" => point.Count,
        _ => Extended(point, ExtendedStatistic.Parse(statistic)!),
    };

    // All samples that are the same need not be known one by one.
    private static double? Extended(MetricPoint point, ExtendedStatistic statistic) => point switch
    {
        { Count: 0 } => null,
        _ when point.Values.Length >= point.Count => statistic.Of([.. point.Values.Order()]),
        _ when point.Minimum.Equals(point.Maximum) => statistic.Of([.. Enumerable.Repeat(point.Minimum, (int)Math.Min(point.Count, short.MaxValue))]),
        _ => null,
    };
}
