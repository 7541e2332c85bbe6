using Headroom.States.Definition;
using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>What the interpreter wants done. Commands are given once; what a restart must repeat is in <see cref="ExecutionState.Outstanding"/>.</summary>
public abstract record Command
{
    private Command()
    {
    }

    /// <summary>Make this call and report it with TaskStarted, TaskSubmitted, TaskSucceeded, TaskFailed.</summary>
    public sealed record ScheduleTask : Command
    {
        /// <summary>The id of the task's <c>…Scheduled</c> history event.</summary>
        public required long TaskId { get; init; }

        /// <summary>The name of the Task state.</summary>
        public required string StateName { get; init; }

        /// <summary>What to call.</summary>
        public required TaskResource Resource { get; init; }

        /// <summary>Parameters of the call, or the input of a Lambda function or activity.</summary>
        public required JsonValue Input { get; init; }

        /// <summary>The region of the call.</summary>
        public required string Region { get; init; }

        /// <summary>The token by which the task is reported: for <c>.waitForTaskToken</c>, <c>.sync</c> and activities.</summary>
        public string? TaskToken { get; init; }

        /// <summary>The role to take on, from <c>Credentials.RoleArn</c>; null for the execution's own.</summary>
        public string? RoleArn { get; init; }

        /// <summary>The state's TimeoutSeconds; the interpreter keeps that time itself.</summary>
        public long? TimeoutInSeconds { get; init; }

        /// <summary>The state's HeartbeatSeconds; the interpreter keeps that time itself.</summary>
        public long? HeartbeatInSeconds { get; init; }
    }

    /// <summary>Nobody waits for this task any more: it timed out, or its branch ended.</summary>
    public sealed record CancelTask(long TaskId) : Command;

    /// <summary>Report <see cref="ExecutionEvent.TimerFired"/> at this time, or at once where it is past.</summary>
    public sealed record StartTimer(int TimerId, DateTimeOffset DueAt) : Command;

    /// <summary>Nobody waits for this timer any more.</summary>
    public sealed record CancelTimer(int TimerId) : Command;

    /// <summary>The execution ended: tell whoever waits for it. Everything outstanding was cancelled before.</summary>
    public sealed record EndExecution(ExecutionStatus Status, JsonValue? Output, string? Error, string? Cause) : Command;

    /// <summary>A distributed Map started: make its map run visible.</summary>
    public sealed record StartMapRun : Command
    {
        /// <summary>The id of the <c>MapRunStarted</c> history event.</summary>
        public required long MapRunId { get; init; }

        /// <summary>The map run's ARN.</summary>
        public required string MapRunArn { get; init; }

        /// <summary>The name of the Map state.</summary>
        public required string StateName { get; init; }

        /// <summary>How many children run at a time; 0 is no limit.</summary>
        public required int MaxConcurrency { get; init; }

        /// <summary>How many items may fail.</summary>
        public required long ToleratedFailureCount { get; init; }

        /// <summary>Which part of the items may fail, 0 to 100.</summary>
        public required double ToleratedFailurePercentage { get; init; }
    }

    /// <summary>Read the items of a distributed Map (<c>s3:getObject</c>, <c>s3:listObjectsV2</c>) and report ItemsRead.</summary>
    public sealed record ReadItems(long MapRunId, TaskResource Resource, JsonValue Parameters) : Command;

    /// <summary>A map run's items are there: it will start this many children, with this many items in all.</summary>
    public sealed record CountItems(long MapRunId, int Children, int Items) : Command;

    /// <summary>Start a child execution and report ChildEnded. It runs the Map's ItemProcessor as a machine of its own.</summary>
    public sealed record StartChild : Command
    {
        /// <summary>The map run.</summary>
        public required long MapRunId { get; init; }

        /// <summary>The child's place among the items, or among the batches.</summary>
        public required int Index { get; init; }

        /// <summary>How many items are in it; 1 without ItemBatcher.</summary>
        public required int ItemCount { get; init; }

        /// <summary>The machine to run.</summary>
        public required StateMachineDefinition Machine { get; init; }

        /// <summary>STANDARD or EXPRESS.</summary>
        public required StateMachineType Type { get; init; }

        /// <summary>What to start it with, complete.</summary>
        public required ExecutionStart Start { get; init; }
    }

    /// <summary>Stop a child execution: the map run ended without it.</summary>
    public sealed record StopChild(long MapRunId, int Index) : Command;

    /// <summary>Write the children's results (<c>s3:putObject</c>) and report ResultsWritten.</summary>
    public sealed record WriteResults(long MapRunId, TaskResource Resource, JsonValue Parameters, JsonValue Results) : Command;

    /// <summary>A map run ended.</summary>
    public sealed record EndMapRun(long MapRunId, ExecutionStatus Status) : Command;
}
