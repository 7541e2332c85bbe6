using System.Globalization;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>What CloudWatch's operations do.</summary>
internal static partial class CloudWatchOperations
{
    private const int MetricsPerPage = 500;

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html
    private const int MostDatapointsOfStatistics = 1440;

    /// <summary>Keeps data, by the minute or by the second. Namespaces that begin with AWS/ are AWS's own.</summary>
    internal static Outcome<PutMetricDataResponse> PutMetricData(Step step, PutMetricDataRequest request)
    {
        if (request.Namespace.StartsWith("AWS/", StringComparison.Ordinal) && step.Caller.Principal is not Principal.ServiceLinkedRole)
        {
            return new Refusal("InvalidParameterValue", "The value AWS/ for parameter Namespace is invalid.");
        }

        foreach (var (index, datum) in (request.MetricData ?? []).Index())
        {
            if (Fault($"MetricData.member.{index + 1}", datum) is { } fault)
            {
                return fault;
            }
        }

        if (request.MetricData?.FirstOrDefault(datum => datum.StorageResolution is not (null or 1 or 60)) is { } fine)
        {
            return new Refusal("InvalidParameterValue", $"The value {fine.StorageResolution} for parameter StorageResolution is invalid: it is 1 or 60.");
        }

        foreach (var datum in request.MetricData ?? [])
        {
            if (Points(step, datum) is not { } points)
            {
                return new Refusal("MissingParameter", "The parameter MetricData.member.1.Value is required.");
            }

            MetricWriter.Write(step, new() { Namespace = request.Namespace, MetricName = datum.MetricName, Dimensions = datum.Dimensions ?? [] }, points);
        }

        return new PutMetricDataResponse();
    }

    /// <summary>Lists metrics that have data, 500 a page.</summary>
    internal static Outcome<ListMetricsResponse> ListMetrics(Step step, ListMetricsRequest request)
    {
        var wanted = MetricCatalogue.All(step)
            .Where(metric => request.Namespace is null || metric.Namespace == request.Namespace)
            .Where(metric => request.MetricName is null || metric.MetricName == request.MetricName)
            .Where(metric => request.RecentlyActive is null || MetricCatalogue.IsActive(step, metric))
            .Where(metric => (request.Dimensions ?? []).All(filter => metric.Dimensions!.Any(d => d.Name == filter.Name && (filter.Value is null || d.Value == filter.Value))));
        var page = Page.Of(wanted, MetricId.Key, request.NextToken, MetricsPerPage);
        return new ListMetricsResponse { Metrics = page.Items, NextToken = page.NextToken };
    }

    /// <summary>Statistics of one metric by the period.</summary>
    internal static Outcome<GetMetricStatisticsResponse> GetMetricStatistics(Step step, GetMetricStatisticsRequest request)
    {
        if (request.StartTime >= request.EndTime)
        {
            return new Refusal("InvalidParameterValue", "The parameter StartTime must be less than the parameter EndTime.");
        }

        if (!QueryRules.IsPeriod(request.Period))
        {
            return new Refusal("InvalidParameterValue", $"The value {request.Period} for parameter Period is invalid: it is 1, 5, 10, 20, 30 or a multiple of 60.");
        }

        if (request.Statistics is not { Count: > 0 } == request.ExtendedStatistics is not { Count: > 0 })
        {
            return new Refusal("InvalidParameterCombination", "Either Statistics or ExtendedStatistics must be specified, but not both.");
        }

        if ((long)Math.Ceiling((request.EndTime - request.StartTime) / TimeSpan.FromSeconds(request.Period)) is var asked and > MostDatapointsOfStatistics)
        {
            var number = asked.ToString("N0", CultureInfo.InvariantCulture);
            return new Refusal(
                "InvalidParameterCombination",
                $"You have requested up to {number} datapoints, which exceeds the limit of 1,440. "
                + "You may reduce the datapoints requested by increasing Period, or decreasing the time range.");
        }

        if (request.ExtendedStatistics?.FirstOrDefault(statistic => !Statistics.IsKnown(statistic)) is { } unknown)
        {
            return new Refusal("InvalidParameterValue", $"The value {unknown} for parameter ExtendedStatistics is not supported.");
        }

        var metric = new Metric { Namespace = request.Namespace, MetricName = request.MetricName, Dimensions = request.Dimensions ?? [] };
        var periods = MetricReader.Periods(step, metric, request.StartTime, request.EndTime, TimeSpan.FromSeconds(request.Period), request.Unit);
        return new GetMetricStatisticsResponse { Label = request.MetricName, Datapoints = [.. periods.Select(period => Datapoint(period.Start, period.Points, request))] };
    }

    private static Datapoint Datapoint(DateTimeOffset start, IReadOnlyList<MetricPoint> points, GetMetricStatisticsRequest request)
    {
        double? Asked(string statistic) => request.Statistics?.Contains(statistic) == true ? Statistics.Of(points, statistic) : null;
        return new()
        {
            Timestamp = start,
            SampleCount = Asked("SampleCount"),
            Average = Asked("Average"),
            Sum = Asked("Sum"),
            Minimum = Asked("Minimum"),
            Maximum = Asked("Maximum"),
            Unit = points[0].Unit ?? "None",
            ExtendedStatistics = request.ExtendedStatistics?
                .Select(statistic => (statistic, Value: Statistics.Of(points, statistic)))
                .Where(pair => pair.Value is not null)
                .ToDictionary(pair => pair.statistic, pair => pair.Value!.Value),
        };
    }

    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html
    private static Refusal? Fault(string place, MetricDatum datum) => datum switch
    {
        { Value: { } value } when !double.IsFinite(value) =>
            new("InvalidParameterValue", $"The value {value.ToString(CultureInfo.InvariantCulture)} for parameter {place}.Value is invalid."),
        { Values: { } values } when values.Any(value => !double.IsFinite(value)) =>
            new("InvalidParameterValue", $"The parameter {place}.Values has a value that is no finite number."),
        { Values: { } values, Counts: { } counts } when values.Count != counts.Count =>
            new("InvalidParameterValue", $"The parameters {place}.Values and {place}.Counts must be of the same size."),
        _ => null,
    };

    // By the minute, or by the second where the data have that resolution.
    private static IReadOnlyList<MetricPoint>? Points(Step step, MetricDatum datum)
    {
        var start = MetricPoint.FloorOf(datum.Timestamp ?? step.Now, datum.StorageResolution ?? 60);
        return datum switch
        {
            { StatisticValues: { } set } => [new(start, set.SampleCount, set.Sum, set.Minimum, set.Maximum, datum.Unit, [])],
            { Values: { } values } => [.. values.Select((value, i) => Weighted(start, value, datum.Counts is { } counts && i < counts.Count ? counts[i] : 1, datum.Unit))],
            { Value: { } value } => [new(start, 1, value, value, value, datum.Unit, [value])],
            _ => null,
        };
    }

    private static MetricPoint Weighted(DateTimeOffset start, double value, double count, string? unit) =>
        new(start, count, value * count, value, value, unit, [.. Enumerable.Repeat(value, (int)Math.Min(count, 150))]);
}
