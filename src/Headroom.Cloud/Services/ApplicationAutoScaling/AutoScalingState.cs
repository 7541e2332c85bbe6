using Headroom.Cloud.Services.ApplicationAutoScaling.Policies;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.ApplicationAutoScaling;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>What the Application Auto Scaling room keeps.</summary>
internal static class AutoScalingState
{
    /// <summary>Scalable targets by <see cref="TargetKey"/>.</summary>
    internal static readonly TableName<ScalableTarget> Targets = new("application-autoscaling/targets");

    /// <summary>Tags of scalable targets by their ARN.</summary>
    internal static readonly TableName<TargetTags> Tags = new("application-autoscaling/tags");

    /// <summary>Policies by their target's key, a line feed, and their name.</summary>
    internal static readonly TableName<PolicyRecord> Policies = new("application-autoscaling/policies");

    /// <summary>Scheduled actions by their target's key, a line feed, and their name.</summary>
    internal static readonly TableName<ScheduledAction> ScheduledActions = new("application-autoscaling/scheduled-actions");

    /// <summary>Activities by their target's key, a line feed, and an order that begins with the newest.</summary>
    internal static readonly TableName<ScalingActivity> Activities = new("application-autoscaling/activities");

    /// <summary>How many activities are kept of a target, by target key.</summary>
    internal static readonly TableName<ActivityCount> ActivityCounts = new("application-autoscaling/activity-counts");

    /// <summary>The activity that waits for its capacity to be reached, by target key.</summary>
    internal static readonly TableName<OpenActivity> OpenActivities = new("application-autoscaling/open-activities");

    /// <summary>What targets remember between two evaluations of their policies, by target key.</summary>
    internal static readonly TableName<ScalingMemory> Memories = new("application-autoscaling/memories");

    internal static string TargetKey(string serviceNamespace, string resourceId, string? dimension) => $"{serviceNamespace}|{resourceId}|{dimension}";

    internal static string KeyOf(ScalableTarget target) => TargetKey(target.ServiceNamespace, target.ResourceId, target.ScalableDimension);

    /// <summary>What belongs to a target, in any of the tables above, begins so.</summary>
    internal static string Of(string targetKey) => targetKey + "\n";
}
