using Headroom.States.History;
using Headroom.States.Paths;

namespace Headroom.States.Definition;

/// <summary>One state of a machine.</summary>
internal abstract record StateDefinition
{
    public required string Name { get; init; }

    /// <summary>The state to go on to; null where this one ends its scope.</summary>
    public string? Next { get; init; }

    public PathField InputPath { get; init; }

    public PathField OutputPath { get; init; }

    /// <summary>The variables that the state assigns as it is left.</summary>
    public Template? Assign { get; init; }

    /// <summary>The scopes inside this state.</summary>
    public virtual IEnumerable<StateScope> Inner => [];

    /// <summary>The type of the event when it is entered.</summary>
    public abstract HistoryEventType Entered { get; }

    /// <summary>The type of the event when it is left.</summary>
    public abstract HistoryEventType Exited { get; }
}
