using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Cloud.Services.CloudWatch.MetricMath;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch;

internal static partial class CloudWatchOperations
{
    private const int MostQueries = 500;
    private const int MostDatapoints = 100_800;

    /// <summary>
    /// Statistics of several metrics by the period, and what expressions compute from them
    /// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html). A page has about as many values of each result.
    /// </summary>
    internal static Outcome<GetMetricDataResponse> GetMetricData(Step step, GetMetricDataRequest request)
    {
        if (Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var queries = new MetricQueries(
            request.MetricDataQueries, request.StartTime, request.EndTime, query => MetricSamples.Read(step, query.MetricStat!, request.StartTime, request.EndTime));
        try
        {
            var results = request.MetricDataQueries.Where(query => query.ReturnData != false).SelectMany(query => Results(step, query, queries.Of(query), request));
            return MetricDataPage.Of([.. results], request.NextToken, request.MaxDatapoints ?? MostDatapoints);
        }
        catch (MathFault fault)
        {
            return QueryRules.Invalid(fault.Message);
        }
    }

    private static Refusal? Refuse(GetMetricDataRequest request) => request switch
    {
        { MetricDataQueries.Count: > MostQueries } => QueryRules.Invalid($"The collection MetricDataQueries must not have a size greater than {MostQueries}."),
        _ when request.StartTime >= request.EndTime => QueryRules.Invalid("The parameter StartTime must be less than the parameter EndTime."),
        { NextToken: { } token } when !MetricDataPage.IsToken(token) => new("InvalidNextToken", "The next token specified is invalid."),
        { LabelOptions.Timezone: { } zone } when LabelZone.Parse(zone) is null => QueryRules.Invalid($"The value {zone} for parameter LabelOptions.Timezone is invalid."),
        _ => QueryRules.Refuse("MetricDataQueries", request.MetricDataQueries),
    };

    private static IEnumerable<MetricDataResult> Results(Step step, MetricDataQuery query, MathValue value, GetMetricDataRequest request)
    {
        if (value is MathValue.Scalar)
        {
            throw new MathFault($"Error in expression '{query.Id}': the result of an expression must be a time series or an array of time series");
        }

        foreach (var series in value.AllSeries)
        {
            var label = new DynamicLabel(query, series, step.Settings, step.Now, LabelZone.Parse(request.LabelOptions?.Timezone ?? LabelZone.Utc)!.Value);
            var samples = request.ScanBy == "TimestampAscending" ? series.Samples : series.Samples.Reverse();
            yield return new()
            {
                Id = query.Id,
                Label = label.Text(value is MathValue.Array),
                Timestamps = [.. samples.Select(sample => sample.Time)],
                Values = [.. samples.Select(sample => sample.Value)],
                StatusCode = "Complete",
            };
        }
    }
}
