namespace Headroom.Notifications.Delivery;

/// <summary>The invocation's response.</summary>
/// <param name="Accepted">Messages accepted.</param>
/// <param name="Refused">Messages refused, now on the dead-letter queue.</param>
/// <param name="Executions">Executions started, now or by an earlier delivery.</param>
public sealed record HandledSummary(int Accepted, int Refused, int Executions);
