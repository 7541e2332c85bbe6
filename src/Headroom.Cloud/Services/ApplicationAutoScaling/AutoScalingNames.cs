using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.ApplicationAutoScaling;

/// <summary>Application Auto Scaling's names and ARNs.</summary>
internal static class AutoScalingNames
{
    internal const string Ecs = "ecs";
    internal const string DesiredCount = "ecs:service:DesiredCount";
    private const string ServiceLinkedName = "AWSServiceRoleForApplicationAutoScaling_ECSService";
    private const string ServicePrincipal = "ecs.application-autoscaling.amazonaws.com";

    /// <summary>As whom it calls ECS and CloudWatch.</summary>
    internal static Principal Role(Step step) => new Principal.ServiceLinkedRole(step.Settings.AccountId, ServicePrincipal, ServiceLinkedName);

    internal static string TargetArn(CloudSettings settings, string id) => settings.Arn("application-autoscaling", $"scalable-target/{id}");

    internal static string PolicyArn(CloudSettings settings, string uuid, string resourceId, string name) =>
        settings.Arn("autoscaling", $"scalingPolicy:{uuid}:resource/ecs/{resourceId}:policyName/{name}");

    /// <summary>What an alarm's action says: the policy, and who made it.</summary>
    internal static string AlarmAction(string policyArn, string uuid) => $"{policyArn}:createdBy/{uuid}";

    /// <summary>The key of the target whose policy an alarm's action names; null for a policy of another kind of scaling.</summary>
    internal static string? TargetOfPolicy(string action)
    {
        const string before = ":resource/ecs/";
        var (start, end) = (action.IndexOf(before, StringComparison.Ordinal), action.IndexOf(":policyName/", StringComparison.Ordinal));
        return start < 0 || end < start ? null : AutoScalingState.TargetKey(Ecs, action[(start + before.Length)..end], DesiredCount);
    }

    internal static string ScheduledActionArn(CloudSettings settings, string uuid, string resourceId, string name) =>
        settings.Arn("autoscaling", $"scheduledAction:{uuid}:resource/ecs/{resourceId}:scheduledActionName/{name}");

    internal static string ResourceId(string cluster, string service) => $"service/{cluster}/{service}";

    /// <summary>Cluster and service of <c>service/cluster/name</c>, or null.</summary>
    internal static (string Cluster, string Service)? Service(string resourceId) =>
        resourceId.Split('/') is ["service", { Length: > 0 } cluster, { Length: > 0 } service] ? (cluster, service) : null;
}
