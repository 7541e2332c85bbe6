using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling.Capacity;

/// <summary>
/// Every change of a capacity is an activity: InProgress until the capacity is reached, then Successful; Overridden by the next one;
/// Failed where ECS refuses (https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scaling-activities.html).
/// </summary>
internal static class ScalingActivities
{
    /// <summary>Activities can be described for six weeks; here also no more than the newest 50 of a target.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    private const int MostKept = 50;

    /// <summary>They are cut back to that only when so many more have gathered, not one by one.</summary>
    private const int Slack = 25;

    /// <summary>Sets a capacity and begins its activity; whether ECS took it.</summary>
    internal static bool SetCapacity(Step step, ScalableTarget target, int from, int to, string cause)
    {
        var targetKey = AutoScalingState.KeyOf(target);
        Override(step, targetKey);
        var key = Note(step, target, $"Setting desired count to {to}.", cause, "InProgress", $"Successfully set desired count to {to}. Waiting for change to be fulfilled by ecs.");
        step.Table(AutoScalingState.OpenActivities).Put(targetKey, new(key, to));
        if (CurrentCapacity.Write(step, target.ResourceId, to) is not { } refusal)
        {
            AutoScalingEvents.ActivityStarted(step, target, from, to, cause);
            return true;
        }

        End(step, targetKey, key, "Failed", $"Failed to set desired count to {to}. Reason: {refusal.Message} (Service: Ecs, Error Code: {refusal.Code})");
        return false;
    }

    /// <summary>The service has this many running tasks now: an activity that waited for them is done.</summary>
    internal static void CapacityReached(Step step, string targetKey, int running)
    {
        if (step.Table(AutoScalingState.OpenActivities).Find(targetKey) is { } open && open.Capacity == running)
        {
            End(step, targetKey, open.Key, "Successful", $"Successfully set desired count to {running}. Change successfully fulfilled by ecs.");
        }
    }

    /// <summary>Somebody set another capacity.</summary>
    internal static void Override(Step step, string targetKey)
    {
        if (step.Table(AutoScalingState.OpenActivities).Find(targetKey) is { } open)
        {
            End(step, targetKey, open.Key, "Overridden", $"Successfully set desired count to {open.Capacity}. Another scaling activity superseded this one.");
        }
    }

    /// <summary>The activities of a target, or of all, newest first.</summary>
    internal static IEnumerable<ScalingActivity> List(Step step, string prefix) =>
        step.Table(AutoScalingState.Activities).WithPrefix(prefix).Where(activity => activity.StartTime > step.Now - Kept);

    /// <summary>An alarm triggered a policy that had nothing to do.</summary>
    internal static void NotScaled(Step step, ScalableTarget target, string cause, NotScaledReason reason) =>
        Add(step, AutoScalingState.KeyOf(target), New(step, target, "Attempting to scale due to alarm triggered", cause, "Failed") with { NotScaledReasons = [reason] });

    /// <summary>Adds an activity that changes no capacity itself; where it is kept.</summary>
    internal static string Note(Step step, ScalableTarget target, string description, string cause, string status, string message) =>
        Add(step, AutoScalingState.KeyOf(target), New(step, target, description, cause, status) with { StatusMessage = message, EndTime = status == "InProgress" ? null : step.Now });

    private static ScalingActivity New(Step step, ScalableTarget target, string description, string cause, string status) => new()
    {
        ActivityId = step.Ids.NextUuid(),
        ServiceNamespace = target.ServiceNamespace,
        ResourceId = target.ResourceId,
        ScalableDimension = target.ScalableDimension,
        Description = description,
        Cause = cause,
        StartTime = step.Now,
        StatusCode = status,
    };

    private static string Add(Step step, string targetKey, ScalingActivity activity)
    {
        // Newest first, also among those of one instant: two changes within one step are told apart by their ids' order of creation.
        var table = step.Table(AutoScalingState.Activities);
        var prefix = $"{AutoScalingState.Of(targetKey)}{long.MaxValue - step.Now.UtcTicks:D19}-";
        var key = $"{prefix}{999 - table.WithPrefix(prefix).Count:D3}";
        table.Put(key, activity);
        Forget(step, targetKey);
        return key;
    }

    private static void Forget(Step step, string targetKey)
    {
        var (counts, activities) = (step.Table(AutoScalingState.ActivityCounts), step.Table(AutoScalingState.Activities));
        var count = (counts.Find(targetKey)?.Kept ?? 0) + 1;
        if (count > MostKept + Slack)
        {
            foreach (var (key, _) in activities.Page(AutoScalingState.Of(targetKey), null, int.MaxValue).Where((kept, i) => i >= MostKept || kept.Value.StartTime < step.Now - Kept))
            {
                activities.Remove(key);
            }

            count = MostKept;
        }

        counts.Put(targetKey, new(count));
    }

    private static void End(Step step, string targetKey, string key, string status, string message)
    {
        var activities = step.Table(AutoScalingState.Activities);
        step.Table(AutoScalingState.OpenActivities).Remove(targetKey);
        if (activities.Find(key) is { } activity)
        {
            activities.Put(key, activity with { StatusCode = status, StatusMessage = message, EndTime = step.Now });
            AutoScalingEvents.ActivityEnded(step, activity, status, message);
        }
    }
}
