using System.Globalization;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>Evaluates an alarm now and plans its next evaluation.</summary>
internal static class AlarmEvaluation
{
    internal static void Evaluate(Step step, string name)
    {
        if (step.Table(CloudWatchState.Alarms).Find(name) is not { Alarm: var alarm })
        {
            return;
        }

        var periods = AlarmPeriods.Now(step, alarm);
        if (AlarmVerdict.Of(alarm, periods.RangeAt(alarm, step.Now)) is { } state && state != alarm.StateValue)
        {
            var range = periods.ValuesAt(alarm, step.Now);
            AlarmTransition.To(step, name, state, Reason(step, alarm, state, periods, range), Data(step, alarm, periods, range));
        }

        AlarmSchedule.Plan(step, step.Table(CloudWatchState.Alarms).Get(name).Alarm);
    }

    private static string Reason(Step step, MetricAlarm alarm, string state, AlarmPeriods periods, ReadOnlySpan<double?> range)
    {
        var needed = alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods!.Value;
        if (state == AlarmState.InsufficientData)
        {
            return $"Insufficient Data: {Count(alarm.EvaluationPeriods!.Value)} {Were(alarm.EvaluationPeriods!.Value)} unknown.";
        }

        // ALARM names the datapoints that breach, OK as many of the others as keep it from ALARM.
        var (shown, enough) = (new List<string>(), state == AlarmState.Alarm ? alarm.EvaluationPeriods : alarm.EvaluationPeriods - needed + 1);
        for (var age = 1; age <= range.Length && shown.Count < enough; age++)
        {
            if (range[^age] is { } value && AlarmVerdict.Breaches(alarm, value) == (state == AlarmState.Alarm))
            {
                shown.Add($"{Text(value)} ({periods.Beginning(step.Now, age).UtcDateTime.ToString("dd/MM/yy HH:mm:ss", CultureInfo.InvariantCulture)})");
            }
        }

        // Only an alarm that says how many datapoints it needs tells how many there were.
        var isAlarm = state == AlarmState.Alarm;
        var of = alarm.DatapointsToAlarm is null ? Count(shown.Count) : $"{shown.Count} out of the last {alarm.EvaluationPeriods} datapoints";
        var minimum = alarm.DatapointsToAlarm is null ? ""
            : isAlarm ? $" (minimum {Count(needed)} for OK -> ALARM transition)"
            : $" (minimum {Count(enough!.Value)} for ALARM -> OK transition)";
        return $"Threshold Crossed: {of} [{string.Join(", ", shown)}] {Were(shown.Count)} {(isAlarm ? "" : "not ")}{Relation(alarm)} the threshold ({Text(alarm.Threshold!.Value)}){minimum}.";
    }

    private static string Data(Step step, MetricAlarm alarm, AlarmPeriods periods, ReadOnlySpan<double?> range)
    {
        var recent = new JsonArray();
        foreach (var value in range)
        {
            if (value is not null)
            {
                recent.Add(value);
            }
        }

        return new JsonObject
        {
            ["version"] = "1.0",
            ["queryDate"] = Instants.Canonical(step.Now),
            ["startDate"] = Instants.Canonical(periods.Beginning(step.Now, range.Length)),
            ["statistic"] = alarm.Statistic ?? alarm.ExtendedStatistic,
            ["period"] = (int)Watched.Period(alarm).TotalSeconds,
            ["recentDatapoints"] = recent,
            ["threshold"] = alarm.Threshold,
        }.ToJsonString(WireJson.Options);
    }

    private static string Count(int number) => number == 1 ? "1 datapoint" : $"{number} datapoints";

    private static string Were(int number) => number == 1 ? "was" : "were";

    private static string Text(double value) => value % 1 == 0 ? value.ToString("F1", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Relation(MetricAlarm alarm) => alarm.ComparisonOperator switch
    {
        "GreaterThanThreshold" => "greater than",
        "GreaterThanOrEqualToThreshold" => "greater than or equal to",
        "LessThanThreshold" => "less than",
        _ => "less than or equal to",
    };
}
