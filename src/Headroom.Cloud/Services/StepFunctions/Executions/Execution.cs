using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>An execution: how it was started, and how it ended. What happened in between is <see cref="IncomingEvent"/>s.</summary>
internal sealed record Execution
{
    public const string Running = "RUNNING";

    public required string Arn { get; init; }

    public required string Name { get; init; }

    public required string StateMachineArn { get; init; }

    public required string StateMachineName { get; init; }

    public string? VersionArn { get; init; }

    public string? AliasArn { get; init; }

    /// <summary><c>STANDARD</c> or <c>EXPRESS</c>.</summary>
    public required string Type { get; init; }

    public required StateMachineRevision Revision { get; init; }

    /// <summary>JSON text.</summary>
    public required string Input { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>What the interpreter draws from.</summary>
    public required ulong Seed { get; init; }

    public string? TraceHeader { get; init; }

    /// <summary>Where this is a child of a distributed Map.</summary>
    public MapChild? Child { get; init; }

    /// <summary>The promise of StartSyncExecution.</summary>
    public string? SyncTicket { get; init; }

    public string Status { get; init; } = Running;

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>JSON text.</summary>
    public string? Output { get; init; }

    public string? Error { get; init; }

    public string? Cause { get; init; }

    public int RedriveCount { get; init; }

    public DateTimeOffset? RedrivenAt { get; init; }

    /// <summary>The interpreter's start of it.</summary>
    public ExecutionStart ToStart(CloudSettings settings) => new()
    {
        Input = JsonValue.Parse(Input),
        ExecutionArn = Arn,
        ExecutionName = Name,
        RoleArn = Revision.RoleArn,
        StateMachineArn = StateMachineArn,
        StateMachineName = StateMachineName,
        Region = settings.Region,
        Seed = Seed,
        Map = Child is { Map: { } map } ? JsonValue.Parse(map) : null,
    };
}

/// <summary>What a child of a distributed Map knows of its parent.</summary>
/// <param name="ParentArn">The execution that the Map is a state of.</param>
/// <param name="MapRunArn">The map run.</param>
/// <param name="MapRunId">The interpreter's number of it.</param>
/// <param name="MapState">The Map state's name.</param>
/// <param name="Index">The child's place.</param>
/// <param name="ItemCount">How many items are in it.</param>
/// <param name="Map">JSON text of <c>$$.Map</c>, or null.</param>
internal sealed record MapChild(
    string ParentArn, string MapRunArn, long MapRunId, string MapState, int Index, int ItemCount, string? Map);
