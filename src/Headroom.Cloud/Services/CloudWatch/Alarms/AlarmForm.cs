using Headroom.Cloud.Services.CloudWatch.CompositeAlarms;
using Headroom.Wire.Shapes.CloudWatch;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>How much DescribeAlarms tells of an alarm (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html).</summary>
/// <param name="Metric">What of a metric alarm.</param>
/// <param name="Composite">What of a composite alarm.</param>
internal sealed record AlarmForm(Func<AlarmRecord, MetricAlarm> Metric, Func<CompositeRecord, CompositeAlarm> Composite)
{
    /// <summary>All there is.</summary>
    internal static AlarmForm Whole { get; } = new(record => record.Alarm, record => record.Alarm);

    /// <summary>Name, ARN and state: the alarms in a composite alarm's rule.</summary>
    internal static AlarmForm Brief { get; } = new(
        record => new()
        {
            AlarmName = record.Alarm.AlarmName,
            AlarmArn = record.Alarm.AlarmArn,
            StateValue = record.Alarm.StateValue,
            StateUpdatedTimestamp = record.Alarm.StateUpdatedTimestamp,
        },
        record => new()
        {
            AlarmName = record.Alarm.AlarmName,
            AlarmArn = record.Alarm.AlarmArn,
            StateValue = record.Alarm.StateValue,
            StateUpdatedTimestamp = record.Alarm.StateUpdatedTimestamp,
        });

    /// <summary>Name and ARN: the composite alarms whose rule has an alarm.</summary>
    internal static AlarmForm Named { get; } = new(
        record => new() { AlarmName = record.Alarm.AlarmName, AlarmArn = record.Alarm.AlarmArn },
        record => new() { AlarmName = record.Alarm.AlarmName, AlarmArn = record.Alarm.AlarmArn });
}
