using Headroom.States.History;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>Runs its processor for every item, inline or each in a child execution.</summary>
internal sealed record MapState : RetryableState
{
    public required StateScope Processor { get; init; }

    /// <summary>The processor as the machine of the child executions of a distributed Map.</summary>
    public required StateMachineDefinition Child { get; init; }

    public bool IsDistributed { get; init; }

    /// <summary>Where in the input the items are; null for the whole input.</summary>
    public Reference? ItemsPath { get; init; }

    /// <summary>What each item becomes (ItemSelector, formerly Parameters).</summary>
    public Template? ItemSelector { get; init; }

    public NumberField MaxConcurrency { get; init; }

    public NumberField ToleratedFailureCount { get; init; }

    public NumberField ToleratedFailurePercentage { get; init; }

    public ItemReader? ItemReader { get; init; }

    public ItemBatcher? ItemBatcher { get; init; }

    public ResultWriter? ResultWriter { get; init; }

    /// <summary>The name of its map runs.</summary>
    public string? Label { get; init; }

    public override IEnumerable<StateScope> Inner => [Processor];

    public override HistoryEventType Entered => HistoryEventType.MapStateEntered;

    public override HistoryEventType Exited => HistoryEventType.MapStateExited;
}
