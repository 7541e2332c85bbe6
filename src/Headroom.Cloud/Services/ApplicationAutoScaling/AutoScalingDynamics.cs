using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services.ApplicationAutoScaling.Capacity;
using Headroom.Cloud.Services.Ecs;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>What moves in Application Auto Scaling as time passes, and what it hears of others.</summary>
internal static class AutoScalingDynamics
{
    private const string Forget = "forget/";

    internal static string ForgetWake(string activityKey) => Forget + activityKey;

    internal static void Woken(Step step, string key) => step.Table(AutoScalingState.Activities).Remove(key[Forget.Length..]);

    internal static void Heard(Step step, CloudEvent happened)
    {
        if (happened is { Service: "ecs", Type: EcsEvents.CapacityChange })
        {
            var detail = happened.Detail;
            var resourceId = $"service/{(string?)detail["cluster"]}/{(string?)detail["service"]}";
            ScalingActivities.CapacityReached(step, AutoScalingState.TargetKey(AutoScalingNames.Ecs, resourceId, AutoScalingNames.DesiredCount), (int)detail["runningCount"]!);
        }
    }
}
