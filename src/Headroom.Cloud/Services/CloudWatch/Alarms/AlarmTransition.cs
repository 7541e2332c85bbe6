using System.Collections.Immutable;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>Moves an alarm to a state, says so, takes the state's actions, and lets the composite alarms that watch it follow.</summary>
internal static class AlarmTransition
{
    internal static void To(Step step, string name, string state, string reason, string? reasonData) =>
        To(step, name, state, reason, reasonData, []);

    /// <param name="step">The running step.</param>
    /// <param name="name">The alarm.</param>
    /// <param name="state">Its state from now on.</param>
    /// <param name="reason">Why, in text.</param>
    /// <param name="reasonData">Why, in JSON.</param>
    /// <param name="path">The alarms whose changes led to this one.</param>
    internal static void To(Step step, string name, string state, string reason, string? reasonData, ImmutableHashSet<string> path)
    {
        var before = AllAlarms.Find(step, name)!;
        var after = before.InState(state, reason, reasonData, step.Now);
        if (before.State == state)
        {
            AllAlarms.Put(step, after);
            return;
        }

        after = after is CompositeRecord composite ? ActionSuppression.Changed(step, composite, before.State) : after;
        AllAlarms.Put(step, after.NoteState(step.Now, before));
        CloudWatchEvents.StateChanged(step, before, after);
        if (after is not CompositeRecord { Alarm.ActionsSuppressedBy: not null })
        {
            AlarmActions.Take(step, before.State, after);
        }

        CompositeEvaluation.Changed(step, before, after, path.Add(name));
    }
}
