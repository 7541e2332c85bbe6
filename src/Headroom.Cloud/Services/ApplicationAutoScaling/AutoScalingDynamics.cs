using Headroom.Cloud.Kernel;
using Headroom.Cloud.Log;
using Headroom.Cloud.Services.ApplicationAutoScaling.Capacity;
using Headroom.Cloud.Services.ApplicationAutoScaling.Policies;
using Headroom.Cloud.Services.ApplicationAutoScaling.Schedules;
using Headroom.Cloud.Services.CloudWatch;
using Headroom.Cloud.Services.Ecs;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>What moves in Application Auto Scaling as time passes, and what it hears of others.</summary>
internal static class AutoScalingDynamics
{
    private const string Policies = "policies/";
    private const string Schedule = "schedule/";

    internal static string PoliciesWake(string targetKey) => Policies + targetKey;

    internal static string ScheduleWake(string actionKey) => Schedule + actionKey;

    internal static bool IsSchedules(string wakeKey) => wakeKey.StartsWith(Schedule, StringComparison.Ordinal);

    internal static void Woken(Step step, string key)
    {
        if (key.StartsWith(Policies, StringComparison.Ordinal))
        {
            PolicyEvaluation.Evaluate(step, key[Policies.Length..]);
        }
        else
        {
            ScheduledActions.Run(step, key[Schedule.Length..]);
        }
    }

    internal static void Heard(Step step, CloudEvent happened)
    {
        switch (happened)
        {
            case { Service: "ecs", Type: EcsEvents.CapacityChange }:
                var target = TargetOf((string)happened.Detail["cluster"]!, (string)happened.Detail["service"]!);
                ScalingActivities.CapacityReached(step, target, (int)happened.Detail["runningCount"]!);
                PolicyEvaluation.Reconsider(step, target);
                break;
            case { Service: "ecs", Type: EcsEvents.DeploymentStateChange, Resources: [var arn] }:
                var parts = arn.Split('/');
                PolicyEvaluation.Reconsider(step, TargetOf(parts[^2], parts[^1]));
                break;
            case { Service: "cloudwatch", Type: CloudWatchEvents.PolicyTrigger, Resources: [var action] } when AutoScalingNames.TargetOfPolicy(action) is { } triggered:
                PolicyEvaluation.Triggered(step, triggered);
                break;
        }
    }

    private static string TargetOf(string cluster, string service) =>
        AutoScalingState.TargetKey(AutoScalingNames.Ecs, AutoScalingNames.ResourceId(cluster, service), AutoScalingNames.DesiredCount);
}
