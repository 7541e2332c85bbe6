using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>
/// What happens to an execution from outside. Events that come too late (a task that is no longer waited for, a timer that was
/// cancelled, an execution that has ended) change nothing.
/// </summary>
public abstract record ExecutionEvent
{
    private ExecutionEvent()
    {
    }

    /// <summary>A timer that <see cref="Command.StartTimer"/> asked for is due.</summary>
    public sealed record TimerFired(int TimerId) : ExecutionEvent;

    /// <summary>The task's call could not be scheduled (<c>LambdaFunctionScheduleFailed</c>, <c>ActivityScheduleFailed</c>).</summary>
    public sealed record TaskScheduleFailed(long TaskId, string Error, string? Cause) : ExecutionEvent;

    /// <summary>The call is being made; for an activity a worker took the task.</summary>
    public sealed record TaskStarted(long TaskId, string? WorkerName = null) : ExecutionEvent;

    /// <summary>The call could not be started (<c>TaskStartFailed</c>, <c>LambdaFunctionStartFailed</c>).</summary>
    public sealed record TaskStartFailed(long TaskId, string Error, string? Cause) : ExecutionEvent;

    /// <summary>A <c>.sync</c> or <c>.waitForTaskToken</c> call was answered; the task goes on until it is reported as done.</summary>
    public sealed record TaskSubmitted(long TaskId, JsonValue Output) : ExecutionEvent;

    /// <summary>The task is done.</summary>
    public sealed record TaskSucceeded(long TaskId, JsonValue Output) : ExecutionEvent;

    /// <summary>The task failed with the service's own error name, e.g. <c>Ecs.EcsException</c>.</summary>
    public sealed record TaskFailed(long TaskId, string? Error, string? Cause) : ExecutionEvent;

    /// <summary>SendTaskHeartbeat: the heartbeat's time starts again.</summary>
    public sealed record TaskHeartbeat(long TaskId) : ExecutionEvent;

    /// <summary>StopExecution.</summary>
    public sealed record Stopped(string? Error, string? Cause) : ExecutionEvent;

    /// <summary>RedriveExecution: an execution that failed, timed out or was aborted goes on from the state that did not succeed.</summary>
    public sealed record Redriven : ExecutionEvent;

    /// <summary>What <see cref="Command.ReadItems"/> asked for: the file's text (or a listing as a JSON array text).</summary>
    public sealed record ItemsRead(long MapRunId, string Text) : ExecutionEvent;

    /// <summary>The items could not be read.</summary>
    public sealed record ItemsReadFailed(long MapRunId, string Cause) : ExecutionEvent;

    /// <summary>UpdateMapRun: a map run goes on with these settings; null leaves one as it is.</summary>
    /// <param name="MapRunId">The map run.</param>
    /// <param name="MaxConcurrency">How many children run at a time; 0 is no limit.</param>
    /// <param name="ToleratedFailureCount">How many items may fail.</param>
    /// <param name="ToleratedFailurePercentage">Which part of the items may fail, 0 to 100.</param>
    public sealed record MapRunUpdated(
        long MapRunId, int? MaxConcurrency, long? ToleratedFailureCount, double? ToleratedFailurePercentage) : ExecutionEvent;

    /// <summary>A child execution of a distributed Map ended.</summary>
    public sealed record ChildEnded(long MapRunId, int Index, ExecutionStatus Status, JsonValue? Output, string? Error, string? Cause) : ExecutionEvent;

    /// <summary>What <see cref="Command.WriteResults"/> asked for is written; <paramref name="Output"/> becomes the Map's result.</summary>
    public sealed record ResultsWritten(long MapRunId, JsonValue Output) : ExecutionEvent;

    /// <summary>The results could not be written.</summary>
    public sealed record ResultsWriteFailed(long MapRunId, string Cause) : ExecutionEvent;
}
