using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

/// <summary>What CloudWatch's operations do.</summary>
internal static partial class CloudWatchOperations
{
    private const int MetricsPerPage = 500;

    /// <summary>Keeps data, by the minute. Namespaces that begin with AWS/ are AWS's own.</summary>
    internal static Outcome<PutMetricDataResponse> PutMetricData(Step step, PutMetricDataRequest request)
    {
        if (request.Namespace.StartsWith("AWS/", StringComparison.Ordinal) && step.Caller.Principal is not Principal.ServiceLinkedRole)
        {
            return new Refusal("InvalidParameterValue", "The value AWS/ for parameter Namespace is invalid.");
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

        var metric = new Metric { Namespace = request.Namespace, MetricName = request.MetricName, Dimensions = request.Dimensions ?? [] };
        var periods = MetricReader.Periods(step, metric, request.StartTime, request.EndTime, TimeSpan.FromSeconds(request.Period), request.Unit);
        return new GetMetricStatisticsResponse { Label = request.MetricName, Datapoints = [.. periods.Select(period => Datapoint(period.Start, period.Points, request))] };
    }

    /// <summary>Statistics of several metrics by the period. Metric math is not served.</summary>
    internal static Outcome<GetMetricDataResponse> GetMetricData(Step step, GetMetricDataRequest request)
    {
        if (request.MetricDataQueries.FirstOrDefault(query => query.MetricStat is null) is { } math)
        {
            return new Refusal("ValidationError", $"The embedded cloud computes no metric math (query {math.Id}: {math.Expression}).");
        }

        return new GetMetricDataResponse
        {
            MetricDataResults = [.. request.MetricDataQueries.Where(query => query.ReturnData != false).Select(query => Result(step, query, request))],
            Messages = [],
        };
    }

    private static MetricDataResult Result(Step step, MetricDataQuery query, GetMetricDataRequest request)
    {
        var stat = query.MetricStat!;
        var values = MetricReader.Periods(step, stat.Metric, request.StartTime, request.EndTime, TimeSpan.FromSeconds(stat.Period), stat.Unit)
            .Select(period => (period.Start, Value: Statistics.Of(period.Points, stat.Stat)))
            .Where(point => point.Value is not null)
            .ToList();
        if (request.ScanBy != "TimestampAscending")
        {
            values.Reverse();
        }

        return new()
        {
            Id = query.Id,
            Label = query.Label ?? stat.Metric.MetricName,
            Timestamps = [.. values.Select(point => point.Start)],
            Values = [.. values.Select(point => point.Value!.Value)],
            StatusCode = "Complete",
        };
    }

    private static Datapoint Datapoint(DateTimeOffset start, IReadOnlyList<MinutePoint> points, GetMetricStatisticsRequest request)
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

    private static IReadOnlyList<MinutePoint>? Points(Step step, MetricDatum datum)
    {
        var time = datum.Timestamp ?? step.Now;
        return datum switch
        {
            { StatisticValues: { } set } => [new(MinutePoint.FloorOf(time), set.SampleCount, set.Sum, set.Minimum, set.Maximum, datum.Unit, [])],
            { Values: { } values } => [.. values.Select((value, i) => Weighted(time, value, datum.Counts is { } counts && i < counts.Count ? counts[i] : 1, datum.Unit))],
            { Value: { } value } => [MinutePoint.Of(time, value, datum.Unit)],
            _ => null,
        };
    }

    private static MinutePoint Weighted(DateTimeOffset time, double value, double count, string? unit) =>
        new(MinutePoint.FloorOf(time), count, value * count, value, value, unit, [.. Enumerable.Repeat(value, (int)Math.Min(count, 150))]);
}
