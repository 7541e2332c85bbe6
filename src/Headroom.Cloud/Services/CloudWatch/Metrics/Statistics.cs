namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>CloudWatch's statistics of the points of one period (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html).</summary>
internal static class Statistics
{
    /// <summary>Whether <paramref name="statistic"/> is one: <c>Average</c>, <c>Sum</c>, <c>Minimum</c>, <c>Maximum</c>, <c>SampleCount</c>, or a percentile as <c>p99.9</c>.</summary>
    internal static bool IsKnown(string statistic) =>
        statistic is "Average" or "Sum" or "Minimum" or "Maximum" or "SampleCount" || Percentile(statistic) is not null;

    /// <summary>The statistic of one or more points; null where it cannot be told (a percentile of pre-aggregated data).</summary>
    internal static double? Of(IReadOnlyList<MinutePoint> points, string statistic) =>
        Of(points.Count == 1 ? points[0] : points.Aggregate((sum, point) => sum.And(point)), statistic);

    /// <summary>The statistic of one point.</summary>
    internal static double? Of(MinutePoint point, string statistic) => statistic switch
    {
        "Average" => point.Count == 0 ? null : point.Sum / point.Count,
        "Sum" => point.Sum,
        "Minimum" => point.Minimum,
        "Maximum" => point.Maximum,
        "SampleCount" => point.Count,
        _ => PercentileOf(point, Percentile(statistic)!.Value),
    };

    private static double? Percentile(string statistic) =>
        statistic.Length > 1 && statistic[0] is 'p' or 'P' && double.TryParse(statistic.AsSpan(1), out var percent) && percent is >= 0 and <= 100 ? percent : null;

    private static double? PercentileOf(MinutePoint all, double percent)
    {
        if (all.Values.Length < all.Count)
        {
            return all.Minimum.Equals(all.Maximum) ? all.Minimum : null;
        }

        var sorted = all.Values.Sort();
        return sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
