using System.Collections.Immutable;
using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>
/// One execution as it stands: a fold over its events. Immutable. It is not written down itself: the machine, the start and the events
/// with their times are (<see cref="ExecutionEventJson"/>), and <see cref="Interpreter.Replay"/> makes it from them again.
/// </summary>
public sealed record ExecutionState
{
    /// <summary>What it was started with.</summary>
    public required ExecutionStart Start { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, if it has.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public ExecutionStatus Status { get; init; }

    /// <summary>Its output, once it succeeded.</summary>
    public JsonValue? Output { get; init; }

    /// <summary>The error that ended it.</summary>
    public string? Error { get; init; }

    /// <summary>What else is known of that error.</summary>
    public string? Cause { get; init; }

    /// <summary>How many history events it has.</summary>
    public long LastEventId { get; init; }

    /// <summary>How often it was redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>
    /// What is waited for: the tasks, timers, reads and children whose commands were given and whose events have not come.
    /// After a restart these are the commands to carry out again.
    /// </summary>
    public IReadOnlyList<Command> Outstanding =>
        [.. new[] { TimeoutTimer, YieldTimer }.OfType<Command>(), .. Branches.SelectMany(b => b.Activity.Outstanding)];

    /// <summary>The task of this id; null where none is waited for.</summary>
    public Command.ScheduleTask? Task(long taskId)
    {
        foreach (var branch in Branches)
        {
            if (branch.Activity is Activity.Working { Task: var task } && task.TaskId == taskId)
            {
                return task;
            }
        }

        return null;
    }

    internal ImmutableArray<Branch> Branches { get; init; } = [];

    /// <summary>The timer of the machine's TimeoutSeconds.</summary>
    internal Command.StartTimer? TimeoutTimer { get; init; }

    /// <summary>The timer after which an express execution that runs without waiting goes on.</summary>
    internal Command.StartTimer? YieldTimer { get; init; }

    internal int LastTimerId { get; init; }

    internal int LastBranchId { get; init; }

    internal long RandomsDrawn { get; init; }
}
