using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;

namespace Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

/// <summary>
/// Holds a composite alarm's actions back (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html):
/// <list type="table">
/// <item><term>the composite alarm changes its state</term><description>the suppressor is in ALARM: until it no longer is; else a WaitPeriod begins (a new one, if one is running), except while an ExtensionPeriod runs</description></item>
/// <item><term>the suppressor goes into ALARM</term><description>actions are suppressed by it; a period that is running ends</description></item>
/// <item><term>the suppressor leaves ALARM</term><description>an ExtensionPeriod begins</description></item>
/// <item><term>a period ends</term><description>if the state changed meanwhile, the actions of the state that it has now are taken</description></item>
/// </list>
/// </summary>
internal static class ActionSuppression
{
    private const string ByAlarm = "Alarm";
    private const string ByWaitPeriod = "WaitPeriod";
    private const string ByExtensionPeriod = "ExtensionPeriod";

    /// <summary>The composite alarm changed from a state: its record, with what holds its actions back.</summary>
    internal static CompositeRecord Changed(Step step, CompositeRecord composite, string from) => composite.Alarm switch
    {
        { ActionsSuppressor: null } => composite,
        { ActionsSuppressor: { } suppressor } when AllAlarms.FindNamed(step, suppressor)?.State == AlarmState.Alarm => Held(step, composite, ByAlarm, null, from),
        { ActionsSuppressedBy: ByExtensionPeriod } => composite with { HeldBackSince = composite.HeldBackSince ?? from },
        { ActionsSuppressorWaitPeriod: > 0 and var wait } => Held(step, composite, ByWaitPeriod, wait, from),
        _ => composite,
    };

    /// <summary>The suppressor of a composite alarm changed its state.</summary>
    internal static void SuppressorChanged(Step step, string name, string before, string after)
    {
        var composite = step.Table(CloudWatchState.CompositeAlarms).Get(name);
        if (after == AlarmState.Alarm)
        {
            AllAlarms.Put(step, Held(step, composite, ByAlarm, null, null));
        }
        else if (before == AlarmState.Alarm && composite.Alarm.ActionsSuppressorExtensionPeriod is > 0 and var extension)
        {
            AllAlarms.Put(step, Held(step, composite, ByExtensionPeriod, extension, null));
        }
        else if (before == AlarmState.Alarm)
        {
            End(step, name);
        }
    }

    /// <summary>Nothing holds the actions back any more.</summary>
    internal static void End(Step step, string name)
    {
        var composite = step.Table(CloudWatchState.CompositeAlarms).Get(name);
        var free = Free(step, composite);
        AllAlarms.Put(step, free);
        if (composite.HeldBackSince is { } from)
        {
            AlarmActions.Take(step, from, free);
        }
    }

    /// <summary>The record without suppression, and without actions that wait.</summary>
    internal static CompositeRecord Free(Step step, CompositeRecord composite)
    {
        step.CancelWake(CloudWatchService.Name, CloudWatchDynamics.SuppressionWake(composite.Alarm.AlarmName!));
        return composite with { Alarm = composite.Alarm with { ActionsSuppressedBy = null, ActionsSuppressedReason = null }, HeldBackSince = null };
    }

    private static CompositeRecord Held(Step step, CompositeRecord composite, string by, int? seconds, string? from)
    {
        var wake = CloudWatchDynamics.SuppressionWake(composite.Alarm.AlarmName!);
        if (seconds is { } period)
        {
            step.WakeAt(CloudWatchService.Name, wake, step.Now.AddSeconds(period));
        }
        else
        {
            step.CancelWake(CloudWatchService.Name, wake);
        }

        return composite with
        {
            Alarm = composite.Alarm with { ActionsSuppressedBy = by, ActionsSuppressedReason = $"Actions suppressed by {by}" },
            HeldBackSince = composite.HeldBackSince ?? from,
        };
    }
}
