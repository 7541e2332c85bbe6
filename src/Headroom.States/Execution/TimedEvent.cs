namespace Headroom.States.Execution;

/// <summary>An event and when it happened: what is written down of an execution.</summary>
public sealed record TimedEvent(ExecutionEvent Event, DateTimeOffset At);
