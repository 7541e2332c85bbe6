using Headroom.States.History;

namespace Headroom.States.Definition;

/// <summary>One state of a machine.</summary>
internal abstract record StateDefinition
{
    public required string Name { get; init; }

    /// <summary>The state to go on to; null where this one ends its scope.</summary>
    public string? Next { get; init; }

    /// <summary>The scopes inside this state.</summary>
    public virtual IEnumerable<StateScope> Inner => [];

    public abstract HistoryEventType Entered { get; }
}
