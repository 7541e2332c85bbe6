using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.MetricMath;
using Headroom.Cloud.Services.CloudWatch.Metrics;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>The value of alarms on metric math.</summary>
internal static class AlarmMath
{
    private static readonly HashSet<string> Calendar = [.. CalendarFunctions.All.Keys];

    /// <summary>The values of the completed periods from <paramref name="start"/> on.</summary>
    internal static IEnumerable<Sample> Values(Step step, MetricAlarm alarm, DateTimeOffset start)
    {
        var end = MetricReader.FloorTo(step.Now, Watched.Period(alarm));
        var queries = new MetricQueries(alarm.Metrics!, start, end, query => MetricSamples.Read(step, query.MetricStat!, start, end));
        return queries.Of(Watched.Result(alarm.Metrics!)).AllSeries is [var series, ..] ? series.Samples : [];
    }

    /// <summary>Why an alarm cannot watch these queries, or null. What an expression gives does not depend on the data, and so it is computed without any.</summary>
    internal static string? Fault(IReadOnlyList<MetricDataQuery> metrics)
    {
        try
        {
            var queries = new MetricQueries(metrics, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, _ => []);
            var value = queries.Of(Watched.Result(metrics));
            return value switch
            {
                MathValue.Scalar => $"Error in expression '{Watched.Result(metrics).Id}': the result of an expression must be a time series",
                { AllSeries.Count: > 1 } => "Metrics expression that return multi time series are only allowed for MetricsInsights expression with an ORDER BY clause",
                _ => null,
            };
        }
        catch (MathFault fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Whether the value changes with the hour, whatever the data.</summary>
    internal static bool ReadsTheClock(MetricAlarm alarm) => alarm.Metrics!.Any(query => query.Expression is { } expression
        && MathParser.Parse(expression).All().Any(part => part is MathExpression.Call call && Calendar.Contains(call.Function)));
}
