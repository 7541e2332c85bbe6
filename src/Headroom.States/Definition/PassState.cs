using Headroom.States.History;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>Passes its input on, or a result.</summary>
internal sealed record PassState : StateDefinition
{
    public JsonValue? Result { get; init; }

    public Template? Parameters { get; init; }

    public ResultPath ResultPath { get; init; }

    public override HistoryEventType Entered => HistoryEventType.PassStateEntered;

    public override HistoryEventType Exited => HistoryEventType.PassStateExited;
}
