namespace Headroom.Notifications.Deletion;

/// <summary>What a custom resource answers; at most 4,096 bytes.</summary>
/// <param name="Status"><c>SUCCESS</c> or <c>FAILED</c>.</param>
/// <param name="Reason">Why it failed; shown in the stack's events.</param>
/// <param name="PhysicalResourceId">Its name, the same on every answer: another one would replace it.</param>
/// <param name="StackId">As in the request.</param>
/// <param name="RequestId">As in the request.</param>
/// <param name="LogicalResourceId">As in the request.</param>
internal sealed record CustomResourceResponse(
    string Status, string? Reason, string PhysicalResourceId, string StackId, string RequestId, string LogicalResourceId);
