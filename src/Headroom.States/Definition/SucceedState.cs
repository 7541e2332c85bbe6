using Headroom.States.History;

namespace Headroom.States.Definition;

/// <summary>Ends its scope with success.</summary>
internal sealed record SucceedState : StateDefinition
{
    public override HistoryEventType Entered => HistoryEventType.SucceedStateEntered;

    public override HistoryEventType Exited => HistoryEventType.SucceedStateExited;
}
