namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>The statuses of stacks (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html).</summary>
internal static class StackStatuses
{
    internal const string ReviewInProgress = "REVIEW_IN_PROGRESS";
    internal const string CreateInProgress = "CREATE_IN_PROGRESS";
    internal const string UpdateInProgress = "UPDATE_IN_PROGRESS";
    internal const string CreateFailed = "CREATE_FAILED";
    internal const string UpdateFailed = "UPDATE_FAILED";
    internal const string RollbackInProgress = "ROLLBACK_IN_PROGRESS";
    internal const string UpdateRollbackFailed = "UPDATE_ROLLBACK_FAILED";
    internal const string UpdateRollbackInProgress = "UPDATE_ROLLBACK_IN_PROGRESS";
    internal const string DeleteInProgress = "DELETE_IN_PROGRESS";
    internal const string DeleteComplete = "DELETE_COMPLETE";

    private static readonly HashSet<string> Updatable =
    [
        "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", UpdateFailed, CreateFailed, "IMPORT_COMPLETE",
    ];

    /// <summary>Whether an update may begin.</summary>
    internal static bool CanUpdate(string status) => Updatable.Contains(status);

    /// <summary>Whether something is under way.</summary>
    internal static bool IsInProgress(string status) => status != ReviewInProgress && status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal);
}

/// <summary>Which statuses an operation goes through.</summary>
/// <param name="Complete">Where it ends well.</param>
/// <param name="Failed">Where it ends badly without going back.</param>
/// <param name="Cleaning">While it removes what it no longer needs; null where it does not.</param>
internal sealed record StackOutcomes(string Complete, string Failed, string? Cleaning = null)
{
    internal static StackOutcomes Create { get; } = new("CREATE_COMPLETE", StackStatuses.CreateFailed);

    internal static StackOutcomes CreateRollback { get; } = new("ROLLBACK_COMPLETE", "ROLLBACK_FAILED");

    internal static StackOutcomes Update { get; } = new("UPDATE_COMPLETE", StackStatuses.UpdateFailed, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");

    internal static StackOutcomes UpdateRollback { get; } =
        new("UPDATE_ROLLBACK_COMPLETE", StackStatuses.UpdateRollbackFailed, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");

    internal static StackOutcomes Delete { get; } = new("DELETE_COMPLETE", "DELETE_FAILED");
}
