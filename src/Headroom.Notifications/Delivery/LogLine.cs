namespace Headroom.Notifications.Delivery;

/// <summary>One line of the function's log; what does not apply is left out.</summary>
/// <param name="Timestamp">When, by the handler's clock.</param>
/// <param name="Level"><c>INFO</c>, <c>WARN</c> or <c>ERROR</c>.</param>
/// <param name="Message">What happened.</param>
/// <param name="MessageId">The SNS message.</param>
/// <param name="Target">The scalable target.</param>
/// <param name="ExecutionArn">The execution.</param>
/// <param name="Reason">Why, where something was refused or failed.</param>
internal sealed record LogLine(
    string Timestamp, string Level, string Message, string? MessageId, string? Target, string? ExecutionArn, string? Reason);
