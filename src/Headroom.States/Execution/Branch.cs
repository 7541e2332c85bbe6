using System.Collections.Immutable;
using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>
/// One line of states that runs: the execution's own (id 1), a branch of a Parallel, an iteration of a Map. Parent and children know
/// one another by id.
/// </summary>
internal sealed record Branch
{
    public const int RootId = 1;

    public required int Id { get; init; }

    /// <summary>The branch whose state this one runs in; 0 for the root.</summary>
    public int ParentId { get; init; }

    /// <summary>Which of its parent's branches or items it is.</summary>
    public int Slot { get; init; }

    public required StateScope Scope { get; init; }

    /// <summary>The state it is in, or is about to enter.</summary>
    public required StateDefinition State { get; init; }

    /// <summary>The state's input, as entered.</summary>
    public required JsonValue Input { get; init; }

    /// <summary>What the state is doing.</summary>
    public required Activity Activity { get; init; }

    /// <summary>The history event that the next one follows.</summary>
    public long Cursor { get; init; }

    /// <summary>The history event with which the state was entered.</summary>
    public long EnteredId { get; init; }

    public DateTimeOffset EnteredAt { get; init; }

    /// <summary>What was assigned in this branch.</summary>
    public JsonObject Variables { get; init; } = JsonObject.Empty;

    /// <summary>In a Map's iteration: <c>$$.Map</c>.</summary>
    public JsonValue? Map { get; init; }

    /// <summary>How many errors each retrier took in this visit of the state; default where none did.</summary>
    public ImmutableArray<int> Attempts { get; init; }

    /// <summary><c>$$.State.RetryCount</c>.</summary>
    public int RetryCount { get; init; }
}
