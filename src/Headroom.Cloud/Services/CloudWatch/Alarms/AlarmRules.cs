using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>What PutMetricAlarm refuses.</summary>
internal static class AlarmRules
{
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(7);

    internal static Refusal? Refuse(PutMetricAlarmRequest request) => request switch
    {
        { Metrics.Count: > 0, MetricName: not null } => Combination("MetricName must not be specified with Metrics."),
        { Metrics.Count: > 0 } => null,
        { MetricName: null } or { Namespace: null } => Missing("MetricName and Namespace"),
        { Statistic: null, ExtendedStatistic: null } => Missing("Statistic or ExtendedStatistic"),
        { Statistic: not null, ExtendedStatistic: not null } => Combination("Statistic and ExtendedStatistic must not both be specified."),
        { ExtendedStatistic: { } percentile } when !Statistics.IsKnown(percentile) => Value($"Unknown ExtendedStatistic {percentile}"),
        { Period: null } => Missing("Period"),
        { Period: { } period } when period is not (10 or 20 or 30) && period % 60 != 0 => Value("Period must be 10, 20, 30 or a multiple of 60"),
        { EvaluationPeriods: null or < 1 } => Missing("EvaluationPeriods"),
        { DatapointsToAlarm: { } datapoints, EvaluationPeriods: { } periods } when datapoints > periods =>
            Combination("DatapointsToAlarm must be less than or equal to EvaluationPeriods."),
        { Threshold: null } => Missing("Threshold"),
        { ComparisonOperator: null } => Missing("ComparisonOperator"),
        { Period: { } period, EvaluationPeriods: { } periods } when TimeSpan.FromSeconds((double)period * periods) > LongestWindow =>
            Combination("Metrics cannot be checked across more than seven days (EvaluationPeriods * Period must be <= 604800)."),
        { TreatMissingData: not (null or "breaching" or "notBreaching" or "ignore" or "missing") } => Value("TreatMissingData must be breaching, notBreaching, ignore or missing"),
        _ => null,
    };

    private static Refusal Missing(string what) => new("ValidationError", $"{what} must be specified.");

    private static Refusal Value(string message) => new("ValidationError", message);

    private static Refusal Combination(string message) => new("InvalidParameterCombination", message);
}
