using Headroom.States.Execution;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>Where an execution stands.</summary>
/// <param name="State">The fold over its events.</param>
/// <param name="History">What GetExecutionHistory shows.</param>
/// <param name="EventCount">How many events were folded.</param>
internal sealed record RunningExecution(ExecutionState State, HistoryLog History, int EventCount);
