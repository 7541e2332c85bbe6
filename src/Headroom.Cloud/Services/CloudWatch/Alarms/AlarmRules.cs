using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.MetricMath;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>What PutMetricAlarm refuses (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html).</summary>
internal static class AlarmRules
{
    private const int MostMetrics = 10;
    private const int Hour = 3600;
    private const int Day = 24 * Hour;

    internal static Refusal? Refuse(PutMetricAlarmRequest request) => request switch
    {
        { EvaluationCriteria: not null } => Value("The embedded cloud evaluates no PromQL alarms."),
        { ThresholdMetricId: not null } => Value("The embedded cloud detects no anomalies: ThresholdMetricId is not supported."),
        { Metrics: { Count: > 0 } metrics } => RefuseWith(request) ?? RefuseMetrics(metrics) ?? RefuseEvaluation(request, MetricQueries.PeriodOf(metrics)),
        { MetricName: null } or { Namespace: null } => Missing("MetricName and Namespace"),
        { Statistic: null, ExtendedStatistic: null } => Missing("Statistic or ExtendedStatistic"),
        { Statistic: not null, ExtendedStatistic: not null } => Combination("Statistic and ExtendedStatistic must not both be specified."),
        { ExtendedStatistic: { } extended } when Statistics.IsSimple(extended) || !Statistics.IsKnown(extended) =>
            Value($"The value {extended} for parameter ExtendedStatistic is not supported."),
        { Period: null } => Missing("Period"),
        { Period: { } period } when !IsPeriod(period) => Value("Period must be 10, 20, 30 or a multiple of 60"),
        { Period: { } period } => RefuseEvaluation(request, period),
    };

    private static Refusal? RefuseEvaluation(PutMetricAlarmRequest request, int period) => request switch
    {
        { EvaluationPeriods: null or < 1 } => Missing("EvaluationPeriods"),
        { DatapointsToAlarm: { } datapoints, EvaluationPeriods: { } periods } when datapoints > periods =>
            Combination("DatapointsToAlarm must be less than or equal to EvaluationPeriods."),
        { Threshold: null } => Missing("Threshold"),
        { ComparisonOperator: null } => Missing("ComparisonOperator"),
        { EvaluationPeriods: { } periods } when period < Hour && (long)period * periods > Day =>
            Value("Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400)."),
        { EvaluationPeriods: { } periods } when (long)period * periods > 7 * Day =>
            Value("Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= 604800)."),
        { TreatMissingData: not (null or "breaching" or "notBreaching" or "ignore" or "missing") } => Value("TreatMissingData must be breaching, notBreaching, ignore or missing"),
        _ => null,
    };

    // What an alarm on one metric says in the request, one on metric math says in its queries.
    private static Refusal? RefuseWith(PutMetricAlarmRequest request) => request switch
    {
        { MetricName: not null } => Twice("MetricName"),
        { Namespace: not null } => Twice("Namespace"),
        { Dimensions.Count: > 0 } => Twice("Dimensions"),
        { Period: not null } => Twice("Period"),
        { Unit: not null } => Twice("Unit"),
        { Statistic: not null } => Twice("Statistic"),
        { ExtendedStatistic: not null } => Twice("ExtendedStatistic"),
        _ => null,
    };

    private static Refusal? RefuseMetrics(IReadOnlyList<MetricDataQuery> metrics) => metrics switch
    {
        _ when QueryRules.Refuse("Metrics", metrics) is { } refusal => refusal,
        _ when metrics.Count(query => query.ReturnData != false) != 1 => Value("Exactly one element of the metrics list should return data."),
        _ when metrics.Count(query => query.MetricStat is not null) > MostMetrics || metrics.Count(query => query.Expression is not null) > MostMetrics =>
            Value($"Invalid metrics list: at most {MostMetrics} metrics and {MostMetrics} expressions"),
        _ when metrics.Any(query => query.MetricStat is { } stat && !IsPeriod(stat.Period)) => Value("Period must be 10, 20, 30 or a multiple of 60"),
        _ when metrics.Select(query => query.MetricStat?.Period).OfType<int>().Distinct().Count() > 1 => Value("Invalid metrics list: all metrics must have the same period"),
        _ when AlarmMath.Fault(metrics) is { } fault => Value(fault),
        _ => null,
    };

    private static bool IsPeriod(int period) => period is not (1 or 5) && QueryRules.IsPeriod(period);

    private static Refusal Twice(string parameter) => Value($"{parameter} should not be set if list of Metrics is set.");

    private static Refusal Missing(string what) => new("ValidationError", $"{what} must be specified.");

    private static Refusal Value(string message) => new("ValidationError", message);

    private static Refusal Combination(string message) => new("InvalidParameterCombination", message);
}
