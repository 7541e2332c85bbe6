using Headroom.States.History;

namespace Headroom.States.Execution;

/// <summary>What one event does to an execution.</summary>
/// <param name="State">The execution after it.</param>
/// <param name="Events">The history events that it adds, in their order.</param>
/// <param name="Commands">What is to be done now, in this order.</param>
public sealed record Transition(ExecutionState State, IReadOnlyList<HistoryEvent> Events, IReadOnlyList<Command> Commands);
