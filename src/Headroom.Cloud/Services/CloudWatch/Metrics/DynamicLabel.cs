using System.Globalization;
using System.Text.RegularExpressions;
using Headroom.Cloud.Services.CloudWatch.MetricMath;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>
/// Labels in which <c>${MAX}</c>, <c>${LAST_TIME}</c>, <c>${PROP('Stat')}</c> and the like stand for what the series says
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/graph-dynamic-labels.html). How AWS writes numbers and times is not documented.
/// </summary>
/// <param name="query">The query.</param>
/// <param name="series">What it gave.</param>
/// <param name="settings">Account and Region.</param>
/// <param name="now">What relative times count from.</param>
/// <param name="zone">In which times are written.</param>
internal sealed partial class DynamicLabel(MetricDataQuery query, TimeSeries series, CloudSettings settings, DateTimeOffset now, TimeSpan zone)
{
    /// <summary>The label; that of one series of an array is that of its expression and its own.</summary>
    internal string Text(bool oneOfMany)
    {
        var own = oneOfMany ? series.Label : query.MetricStat?.Metric.MetricName ?? query.Id;
        var label = query.Label is { } asked ? Variable().Replace(asked, match => Value(match, own)) : own;
        return oneOfMany && query.Label?.Contains("${LABEL}", StringComparison.Ordinal) == false ? $"{label} {own}".Trim() : label;
    }

    private string Value(Match match, string own) => (match.Groups["name"].Value, match.Groups["property"]) switch
    {
        ("PROP", { Success: true, Value: var property }) => Property(property),
        ("LABEL", _) => own,
        ("DATAPOINT_COUNT", _) => Number(series.Samples.Count),
        (var name, _) when !Names.Contains(name) => match.Value,
        _ when series.IsEmpty => "--",
        (var name, _) => OfSamples(name),
    };

    private static readonly HashSet<string> Names =
    [
        "AVG", "SUM", "MIN", "MAX", "FIRST", "LAST", "FIRST_LAST_RANGE", "FIRST_LAST_TIME_RANGE", "FIRST_TIME", "FIRST_TIME_RELATIVE", "LAST_TIME", "LAST_TIME_RELATIVE",
        "MIN_MAX_RANGE", "MIN_MAX_TIME_RANGE", "MIN_TIME", "MIN_TIME_RELATIVE", "MAX_TIME", "MAX_TIME_RELATIVE",
    ];

    private string OfSamples(string name)
    {
        var (first, last) = (series.Samples[0], series.Samples[^1]);
        var (least, largest) = (series.Samples.MinBy(sample => sample.Value), series.Samples.MaxBy(sample => sample.Value));
        return name switch
        {
            "AVG" => Number(series.Samples.Average(sample => sample.Value)),
            "SUM" => Number(series.Samples.Sum(sample => sample.Value)),
            "MIN" => Number(least.Value),
            "MAX" => Number(largest.Value),
            "FIRST" => Number(first.Value),
            "LAST" => Number(last.Value),
            "FIRST_LAST_RANGE" => Number(last.Value - first.Value),
            "MIN_MAX_RANGE" => Number(largest.Value - least.Value),
            "FIRST_LAST_TIME_RANGE" => Duration(last.Time - first.Time),
            "MIN_MAX_TIME_RANGE" => Duration(largest.Time - least.Time),
            "FIRST_TIME" => Time(first.Time),
            "LAST_TIME" => Time(last.Time),
            "MIN_TIME" => Time(least.Time),
            "MAX_TIME" => Time(largest.Time),
            "FIRST_TIME_RELATIVE" => Duration(now - first.Time),
            "LAST_TIME_RELATIVE" => Duration(now - last.Time),
            "MIN_TIME_RELATIVE" => Duration(now - least.Time),
            _ => Duration(now - largest.Time),
        };
    }

    private string Property(string property) => (property, query.MetricStat) switch
    {
        ("AccountId", _) => settings.AccountId,
        ("Region", _) => settings.Region,
        ("MetricName", { } stat) => stat.Metric.MetricName ?? "",
        ("Namespace", { } stat) => stat.Metric.Namespace ?? "",
        ("Stat", { } stat) => stat.Stat,
        ("Period", _) => Number(series.Period),
        ({ } name, { } stat) when name.StartsWith("Dim.", StringComparison.Ordinal) => stat.Metric.Dimensions?.FirstOrDefault(dimension => dimension.Name == name[4..])?.Value ?? "",
        _ => "",
    };

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private string Time(DateTimeOffset time) => time.ToOffset(zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Duration(TimeSpan time) => time.Duration().ToString(@"d\d\ hh\:mm\:ss", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)(\('(?<property>[^']+)'\))?\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Variable();
}
