using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>Alarms of both kinds; their names differ.</summary>
internal static class AllAlarms
{
    internal static IAlarmRecord? Find(Step step, string name) => (IAlarmRecord?)step.Table(CloudWatchState.Alarms).Find(name) ?? step.Table(CloudWatchState.CompositeAlarms).Find(name);

    /// <summary>By a name or an ARN of this account and Region.</summary>
    internal static IAlarmRecord? FindNamed(Step step, string nameOrArn) => NameOf(step, nameOrArn) is { } name ? Find(step, name) : null;

    /// <summary>The name; null for the ARN of an alarm elsewhere.</summary>
    internal static string? NameOf(Step step, string nameOrArn)
    {
        var own = step.Settings.Arn("cloudwatch", "alarm:");
        return nameOrArn.StartsWith(own, StringComparison.Ordinal) ? nameOrArn[own.Length..]
            : nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? null
            : nameOrArn;
    }

    internal static void Put(Step step, IAlarmRecord alarm)
    {
        switch (alarm)
        {
            case AlarmRecord metric:
                step.Table(CloudWatchState.Alarms).Put(alarm.Name, metric);
                break;
            case CompositeRecord composite:
                step.Table(CloudWatchState.CompositeAlarms).Put(alarm.Name, composite);
                break;
        }
    }
}
