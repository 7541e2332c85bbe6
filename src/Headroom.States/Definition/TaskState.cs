using Headroom.States.History;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>Calls a function, an activity or a service.</summary>
internal sealed record TaskState : RetryableState
{
    public required TaskResource Resource { get; init; }

    /// <summary>TimeoutSeconds or TimeoutSecondsPath.</summary>
    public NumberField Timeout { get; init; }

    /// <summary>HeartbeatSeconds or HeartbeatSecondsPath.</summary>
    public NumberField Heartbeat { get; init; }

    /// <summary>Credentials: the role to take on.</summary>
    public Template? Credentials { get; init; }

    public override HistoryEventType Entered => HistoryEventType.TaskStateEntered;

    public override HistoryEventType Exited => HistoryEventType.TaskStateExited;
}
