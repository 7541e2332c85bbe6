namespace Headroom.Cloud.Services.Lambda;

/// <summary>An asynchronous invocation, from its acceptance until it has succeeded or been given up.</summary>
/// <param name="RequestId">A UUID, the same for every attempt.</param>
/// <param name="FunctionName">The function's name.</param>
/// <param name="Qualifier">Version or alias; <c>$LATEST</c> where none was given.</param>
/// <param name="InvokedArn">The ARN that was invoked.</param>
/// <param name="Payload">JSON text.</param>
/// <param name="QueuedAt">When it was accepted: its age counts from here.</param>
internal sealed record QueuedEvent(
    string RequestId,
    string FunctionName,
    string Qualifier,
    string InvokedArn,
    string Payload,
    DateTimeOffset QueuedAt)
{
    /// <summary>Attempts that the function has failed.</summary>
    public int Failures { get; init; }

    /// <summary>Attempts in a row that were throttled.</summary>
    public int Throttles { get; init; }

    /// <summary>The last failed attempt's answer.</summary>
    public FunctionResult? LastFailure { get; init; }
}

/// <summary>How an invocation ended.</summary>
/// <param name="FunctionError">Null for success, else <c>Unhandled</c>.</param>
/// <param name="Payload">The answer or the error, as JSON text.</param>
/// <param name="ExecutedVersion">The version that ran.</param>
internal sealed record FunctionResult(string? FunctionError, string Payload, string ExecutedVersion);
