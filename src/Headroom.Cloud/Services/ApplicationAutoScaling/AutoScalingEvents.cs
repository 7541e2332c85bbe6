using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>What happens in Application Auto Scaling that others hear.</summary>
internal static class AutoScalingEvents
{
    /// <summary>A target was registered or changed; AWS publishes no such event, the log and the dashboard hear it.</summary>
    internal static void TargetRegistered(Step step, ScalableTarget target) =>
        step.Emit(AutoScalingService.Name, "Scalable Target Registered", [target.ScalableTargetARN!], WireJson.ToJson(target));

    /// <summary>An activity ended: ECS tells it among the service's events.</summary>
    internal const string ActivityEnd = "Scaling Activity Ended";

    internal static void ActivityEnded(Step step, ScalingActivity activity, string status, string message) =>
        step.Emit(AutoScalingService.Name, ActivityEnd, [activity.ActivityId], new()
        {
            ["resourceId"] = activity.ResourceId,
            ["statusCode"] = status,
            ["statusMessage"] = message,
            ["cause"] = activity.Cause,
        });

    /// <summary>
    /// AWS publishes only activities that scale to the maximum
    /// (https://docs.aws.amazon.com/autoscaling/application/userguide/monitoring-eventbridge.html); the log hears all.
    /// </summary>
    internal static void ActivityStarted(Step step, ScalableTarget target, int from, int to, string cause) =>
        step.Emit(AutoScalingService.Name, "Application Auto Scaling Scaling Activity State Change", [], new()
        {
            ["startTime"] = Instants.Canonical(step.Now),
            ["endTime"] = Instants.Canonical(step.Now),
            ["newDesiredCapacity"] = to,
            ["oldDesiredCapacity"] = from,
            ["minCapacity"] = target.MinCapacity,
            ["maxCapacity"] = target.MaxCapacity,
            ["resourceId"] = target.ResourceId,
            ["scalableDimension"] = target.ScalableDimension,
            ["serviceNamespace"] = target.ServiceNamespace,
            ["statusCode"] = "Successful",
            ["scaledToMax"] = to == target.MaxCapacity,
            ["direction"] = to > from ? "scale-out" : "scale-in",
            ["cause"] = cause,
        }, to == target.MaxCapacity ? "aws.application-autoscaling" : null);
}
