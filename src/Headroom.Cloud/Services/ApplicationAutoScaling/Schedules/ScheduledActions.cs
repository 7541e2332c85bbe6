using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.ApplicationAutoScaling.Capacity;
using Headroom.Schedules.Calendar;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Schedules;

/// <summary>
/// Scheduled actions set Min and Max at their minute, in their time zone
/// (https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-overview.html). One whose time comes while schedules are suspended is
/// lost until its next.
/// </summary>
internal static class ScheduledActions
{
    /// <summary>Null for a schedule and time zone that can be read.</summary>
    internal static Refusal? Refuse(string schedule, string? timeZone, DateTimeOffset? start, DateTimeOffset? end, ScalableTargetAction change) => (Schedule.Parse(schedule), LocalTimes.Zone(timeZone)) switch
    {
        (null, _) => TargetRules.Invalid($"Schedule expression {schedule} is not valid: at(yyyy-mm-ddThh:mm:ss), rate(value unit) or cron(fields)."),
        (_, null) => TargetRules.Invalid($"{timeZone} is not a valid time zone."),
        _ when start >= end => TargetRules.Invalid("StartTime must be before EndTime."),
        _ when change is { MinCapacity: null, MaxCapacity: null } => TargetRules.Invalid("MinCapacity or MaxCapacity must be specified in ScalableTargetAction."),
        _ when change.MinCapacity > change.MaxCapacity => TargetRules.Invalid("Maximum capacity cannot be less than minimum capacity"),
        _ => null,
    };

    /// <summary>Asks to be woken at the action's next time after now, if it has one.</summary>
    internal static void Plan(Step step, string key, ScheduledAction action)
    {
        var next = Schedule.Parse(action.Schedule) is { } schedule
            ? new Recurrence(schedule, LocalTimes.Zone(action.Timezone) ?? TimeZoneInfo.Utc, action.CreationTime, action.StartTime, action.EndTime).Next(step.Now)
            : null;
        if (next is { } at)
        {
            step.WakeAt(AutoScalingService.Name, AutoScalingDynamics.ScheduleWake(key), at);
        }
        else
        {
            step.CancelWake(AutoScalingService.Name, AutoScalingDynamics.ScheduleWake(key));
        }
    }

    /// <summary>The action's time has come.</summary>
    internal static void Run(Step step, string key)
    {
        if (step.Table(AutoScalingState.ScheduledActions).Find(key) is not { } action)
        {
            return;
        }

        var targetKey = AutoScalingState.TargetKey(action.ServiceNamespace, action.ResourceId, action.ScalableDimension);
        if (step.Table(AutoScalingState.Targets).Find(targetKey) is { } target && target.SuspendedState?.ScheduledScalingSuspended != true)
        {
            Apply(step, target, targetKey, action);
        }

        Plan(step, key, action);
    }

    private static void Apply(Step step, ScalableTarget target, string targetKey, ScheduledAction action)
    {
        var (minimum, maximum) = (action.ScalableTargetAction!.MinCapacity, action.ScalableTargetAction.MaxCapacity);
        var changed = target with { MinCapacity = minimum ?? target.MinCapacity, MaxCapacity = maximum ?? target.MaxCapacity };
        var what = string.Join(" and ", new[] { minimum is { } min ? $"min capacity to {min}" : null, maximum is { } max ? $"max capacity to {max}" : null }.OfType<string>());
        var cause = $"scheduled action name {action.ScheduledActionName} was triggered";
        if (changed.MinCapacity > changed.MaxCapacity)
        {
            ScalingActivities.Note(step, target, $"Setting {what}", cause, "Failed", $"Failed to set {what}. Reason: Maximum capacity cannot be less than minimum capacity");
            return;
        }

        step.Table(AutoScalingState.Targets).Put(targetKey, changed);
        ScalingActivities.Note(step, target, $"Setting {what}", cause, "Successful", $"Successfully set {what}");
        AutoScalingEvents.TargetRegistered(step, changed);
        Clamping.Apply(step, changed, CurrentCapacity.Read(step, target.ResourceId) is { Status: "ACTIVE" } service ? service.DesiredCount : null);
        Policies.PolicyEvaluation.Reconsider(step, targetKey);
    }
}
