namespace Headroom.Cloud.Services.Ecs;

/// <summary>The states of a task's life (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html).</summary>
internal static class TaskStatuses
{
    internal const string Provisioning = "PROVISIONING";
    internal const string Pending = "PENDING";
    internal const string Activating = "ACTIVATING";
    internal const string Running = "RUNNING";
    internal const string Deactivating = "DEACTIVATING";
    internal const string Stopping = "STOPPING";
    internal const string Deprovisioning = "DEPROVISIONING";
    internal const string Stopped = "STOPPED";

    /// <summary>Whether <c>pendingCount</c> counts it.</summary>
    internal static bool IsStarting(string status) => status is Provisioning or Pending or Activating;
}
