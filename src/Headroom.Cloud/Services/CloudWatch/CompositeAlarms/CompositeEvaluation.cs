using System.Collections.Immutable;
using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.Alarms;

namespace Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

/// <summary>Evaluates composite alarms: when they are made or changed, and whenever an alarm of their rule changes its state.</summary>
internal static class CompositeEvaluation
{
    /// <summary>An alarm changed its state: those that it suppresses are told first, then those that watch it. A cycle ends where it would begin again.</summary>
    internal static void Changed(Step step, IAlarmRecord before, IAlarmRecord after, ImmutableHashSet<string> path)
    {
        foreach (var composite in CompositeIndex.SuppressedBy(step, after.Name))
        {
            ActionSuppression.SuppressorChanged(step, composite, before.State, after.State);
        }

        var reason = $"{after.Arn} transitioned to {after.State} at {after.StateSince.UtcDateTime.ToString("dddd dd MMMM, yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}";
        foreach (var parent in CompositeIndex.Parents(step, after.Name).Where(parent => !path.Contains(parent)))
        {
            Evaluate(step, parent, reason, TriggeringAlarms.ReasonData([after]), path);
        }
    }

    /// <summary>A composite alarm is new, or its rule is.</summary>
    internal static void Configured(Step step, CompositeRecord composite, bool created)
    {
        var name = composite.Alarm.AlarmName!;
        var children = CompositeIndex.Children(step, composite).Select(child => AllAlarms.Find(step, child)).OfType<IAlarmRecord>();
        var reason = $"{composite.Alarm.AlarmArn} was {(created ? "created" : "updated")} and its alarm rule evaluates to {State(step, composite)}";
        Evaluate(step, name, reason, TriggeringAlarms.ReasonData(children), []);
    }

    private static void Evaluate(Step step, string name, string reason, string reasonData, ImmutableHashSet<string> path)
    {
        var composite = step.Table(CloudWatchState.CompositeAlarms).Get(name);
        if (State(step, composite) is var state && state != composite.Alarm.StateValue)
        {
            AlarmTransition.To(step, name, state, reason, reasonData, path);
        }
    }

    private static string State(Step step, CompositeRecord composite) =>
        AlarmRuleParser.Parse(composite.Alarm.AlarmRule!).Holds(alarm => AllAlarms.FindNamed(step, alarm)?.State) ? AlarmState.Alarm : AlarmState.Ok;
}
