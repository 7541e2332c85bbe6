using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.States.Tests;

/// <summary>What the executions of these tests are started with.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    public static ExecutionStart Started(string input, ulong seed = 1) => new()
    {
        Input = JsonValue.Parse(input),
        ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:machine:name",
        ExecutionName = "name",
        RoleArn = "arn:aws:iam::123456789012:role/role",
        StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:machine",
        StateMachineName = "machine",
        Seed = seed,
    };
}
