using Headroom.Cloud.Services.ApplicationAutoScaling;
using Headroom.Cloud.Services.ApplicationAutoScaling.Capacity;
using Headroom.Simulation.Observing;
using Headroom.Simulation.Scenarios;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Running;

/// <summary>
/// What a scaling policy does when its alarm is in breach: it computes from the running count, not from the desired one
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html), and stays within the target's limits.
/// </summary>
internal static class Alarms
{
    internal static void Act(Run run, Incident.Alarm alarm) => run.Apply(new Actor.Alarm(), step =>
    {
        var resourceId = StageNames.Target(StageNames.Service(alarm.Service));
        var key = AutoScalingState.TargetKey(AutoScalingNames.Ecs, resourceId, AutoScalingNames.DesiredCount);
        if (step.Table(AutoScalingState.Targets).Find(key) is not { } target || CurrentCapacity.Read(step, resourceId) is not { RunningCount: { } running, DesiredCount: { } desired })
        {
            return;
        }

        var suspended = alarm.Change < 0 ? target.SuspendedState?.DynamicScalingInSuspended : target.SuspendedState?.DynamicScalingOutSuspended;
        var wanted = Math.Clamp(running + alarm.Change, target.MinCapacity, target.MaxCapacity);
        if (suspended != true && wanted != desired)
        {
            ScalingActivities.SetCapacity(step, target, desired, wanted, "an alarm in state ALARM triggered its policy");
        }
    });
}
