namespace Headroom.Cloud.Services.Lambda;

/// <summary>A running invocation.</summary>
/// <param name="RequestId">A UUID.</param>
/// <param name="FunctionName">The function's name.</param>
/// <param name="InvokedArn">The ARN that was invoked, qualifier included.</param>
/// <param name="Payload">JSON text.</param>
/// <param name="StartedAt">When its event was handed over; until then, when it was accepted.</param>
internal sealed record Invocation(string RequestId, string FunctionName, string InvokedArn, string Payload, DateTimeOffset StartedAt)
{
    /// <summary>Who waits for the answer, where it was invoked synchronously.</summary>
    public string? Ticket { get; init; }

    /// <summary>The caller asked for the end of the log.</summary>
    public bool WithLogTail { get; init; }

    /// <summary>The last 4 KB of its log, where they were asked for.</summary>
    public string LogTail { get; init; } = "";

    /// <summary>What the caller's SDK passes on: a JSON object on one line.</summary>
    public string? ClientContext { get; init; }
}
