using Headroom.States.History;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>Waits.</summary>
internal sealed record WaitState : StateDefinition
{
    public required WaitUntil Until { get; init; }

    public override HistoryEventType Entered => HistoryEventType.WaitStateEntered;

    public override HistoryEventType Exited => HistoryEventType.WaitStateExited;
}

/// <summary>How long a Wait state waits: one of the four ways.</summary>
internal abstract record WaitUntil
{
    /// <summary><c>Seconds</c>.</summary>
    public sealed record Seconds(long Count) : WaitUntil;

    /// <summary><c>SecondsPath</c>.</summary>
    public sealed record SecondsAt(Reference Path) : WaitUntil;

    /// <summary><c>Timestamp</c>.</summary>
    public sealed record Instant(DateTimeOffset At) : WaitUntil;

    /// <summary><c>TimestampPath</c>.</summary>
    public sealed record InstantAt(Reference Path) : WaitUntil;
}
