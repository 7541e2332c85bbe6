using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>Everything that an execution is started with; with the machine and the events it determines the whole run.</summary>
public sealed record ExecutionStart
{
    /// <summary>The input, at most 262,144 bytes.</summary>
    public required JsonValue Input { get; init; }

    /// <summary><c>$$.Execution.Id</c>.</summary>
    public required string ExecutionArn { get; init; }

    /// <summary><c>$$.Execution.Name</c>.</summary>
    public required string ExecutionName { get; init; }

    /// <summary><c>$$.Execution.RoleArn</c>.</summary>
    public required string RoleArn { get; init; }

    /// <summary><c>$$.StateMachine.Id</c>.</summary>
    public required string StateMachineArn { get; init; }

    /// <summary><c>$$.StateMachine.Name</c>.</summary>
    public required string StateMachineName { get; init; }

    /// <summary>The region written into <c>TaskScheduled</c> events.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>What task tokens, States.UUID, States.MathRandom and jitter are drawn from. Different for every execution.</summary>
    public ulong Seed { get; init; }

    /// <summary>Whether StartSyncExecution started it; <c>$$.Execution</c> then has no RedriveCount.</summary>
    public bool IsSynchronous { get; init; }

    /// <summary>Where this is a child of a distributed Map: the <c>$$.Map</c> member of its context.</summary>
    public JsonValue? Map { get; init; }
}
