using Headroom.States.History;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>Ends its scope with an error. Error and cause are constants or evaluated (ErrorPath, CausePath).</summary>
internal sealed record FailState : StateDefinition
{
    public Template? Error { get; init; }

    public Template? Cause { get; init; }

    public override HistoryEventType Entered => HistoryEventType.FailStateEntered;

    public override HistoryEventType Exited => throw new InvalidOperationException("a Fail state is never left");
}
