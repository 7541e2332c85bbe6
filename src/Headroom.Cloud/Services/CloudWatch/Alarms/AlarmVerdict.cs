using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>
/// What an alarm's latest periods say
/// (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html). Of the evaluation range (N + 2 periods) the
/// newest N that have data count, whatever the missing-data setting; only where fewer have data does the setting matter:
/// <list type="table">
/// <item><term>breaching, notBreaching</term><description>the missing ones count as that</description></item>
/// <item><term>missing</term><description>none has data: INSUFFICIENT_DATA; else the M-of-N rule on those that have, and the rule below</description></item>
/// <item><term>ignore</term><description>as missing, but what would be decided on too little keeps the state</description></item>
/// </list>
/// Where all that have data breach, and the oldest of them is at least M periods old, it is ALARM even if they are fewer than M; while
/// it is younger the state stays as it is, as the next one may not breach. Alarms on AWS/DynamoDB always ignore what is missing.
/// </summary>
internal static class AlarmVerdict
{
    /// <summary>How many periods are looked at.</summary>
    internal static int Range(MetricAlarm alarm) => alarm.EvaluationPeriods!.Value + 2;

    /// <summary>The state, or null where it stays as it is.</summary>
    /// <param name="alarm">The alarm.</param>
    /// <param name="newestLast">For each period of the range, oldest first, whether its value breaches, or null where it has none.</param>
    internal static string? Of(MetricAlarm alarm, ReadOnlySpan<bool?> newestLast)
    {
        var periods = alarm.EvaluationPeriods!.Value;
        var needed = alarm.DatapointsToAlarm ?? periods;
        var (known, breaching, oldestBreachingAge) = (0, 0, 0);
        for (var age = 1; age <= newestLast.Length && known < periods; age++)
        {
            if (newestLast[^age] is { } breaches)
            {
                known++;
                if (breaches)
                {
                    breaching++;
                    oldestBreachingAge = age;
                }
            }
        }

        var missing = periods - known;
        return (alarm.Namespace == "AWS/DynamoDB" ? "ignore" : alarm.TreatMissingData) switch
        {
            _ when breaching >= needed => AlarmState.Alarm,
            _ when missing == 0 => AlarmState.Ok,
            "breaching" => breaching + missing >= needed ? AlarmState.Alarm : AlarmState.Ok,
            "notBreaching" => AlarmState.Ok,
            "ignore" => known == 0 || breaching == known ? null : AlarmState.Ok,
            _ when known == 0 => AlarmState.InsufficientData,
            _ when breaching < known => AlarmState.Ok,
            _ => oldestBreachingAge >= needed ? AlarmState.Alarm : null,
        };
    }

    internal static bool Breaches(MetricAlarm alarm, double value) => alarm.ComparisonOperator switch
    {
        "GreaterThanThreshold" => value > alarm.Threshold,
        "GreaterThanOrEqualToThreshold" => value >= alarm.Threshold,
        "LessThanThreshold" => value < alarm.Threshold,
        "LessThanOrEqualToThreshold" => value <= alarm.Threshold,
        _ => false,
    };
}
