using System.Collections.Immutable;
using Headroom.States.History;

namespace Headroom.States.Definition;

/// <summary>Runs branches at the same time; its result is the array of theirs.</summary>
internal sealed record ParallelState : RetryableState
{
    public required ImmutableArray<StateScope> Branches { get; init; }

    public override IEnumerable<StateScope> Inner => Branches;

    public override HistoryEventType Entered => HistoryEventType.ParallelStateEntered;

    public override HistoryEventType Exited => HistoryEventType.ParallelStateExited;
}
