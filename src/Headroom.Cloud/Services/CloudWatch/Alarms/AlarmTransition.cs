using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.CloudWatch.Alarms;

/// <summary>Moves an alarm to a state, says so, and takes the state's actions.</summary>
internal static class AlarmTransition
{
    internal static void To(Step step, string name, string state, string reason, string? reasonData)
    {
        var alarms = step.Table(CloudWatchState.Alarms);
        var before = alarms.Get(name);
        var after = before with
        {
            Alarm = before.Alarm with
            {
                StateValue = state,
                StateReason = reason,
                StateReasonData = reasonData,
                StateUpdatedTimestamp = step.Now,
                StateTransitionedTimestamp = before.Alarm.StateValue == state ? before.Alarm.StateTransitionedTimestamp : step.Now,
            },
        };
        if (before.Alarm.StateValue == state)
        {
            alarms.Put(name, after);
            return;
        }

        alarms.Put(name, after.Note(step.Now, "StateUpdate", $"Alarm updated from {before.Alarm.StateValue} to {state}", new JsonObject
        {
            ["version"] = "1.0",
            ["oldState"] = new JsonObject { ["stateValue"] = before.Alarm.StateValue, ["stateReason"] = before.Alarm.StateReason },
            ["newState"] = new JsonObject { ["stateValue"] = state, ["stateReason"] = reason },
        }.ToJsonString(WireJson.Options)));
        CloudWatchEvents.StateChanged(step, before.Alarm, after.Alarm);
        AlarmActions.Take(step, before.Alarm, after.Alarm);
    }
}
