using System.Diagnostics;
using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.Json;
using Headroom.States.Reading;

namespace Headroom.Bench;

/// <summary>The pure interpreter: a loop of 10,000 Choice and Pass transitions with <c>States.MathAdd</c>, again and again.</summary>
internal static class InterpreterSpeed
{
    private const int TransitionsPerRun = 10_000;
    private const int Rounds = 200;

    /// <summary>The best of many short rounds: what the machine does when it does nothing else.</summary>
    public static double TransitionsPerSecond()
    {
        var machine = DefinitionReader.Read(Loop, StateMachineType.Standard).Machine!;
        return Enumerable.Range(0, Rounds).Max(_ => Run(machine));
    }

    private static double Run(StateMachineDefinition machine)
    {
        var watch = Stopwatch.StartNew();
        var end = Interpreter.Start(machine, Start, DateTimeOffset.UnixEpoch);
        return end.State.Status == ExecutionStatus.Succeeded
            ? TransitionsPerRun / watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"The loop ended {end.State.Status}: {end.State.Cause}");
    }

    private const string Loop = """
        {"StartAt": "More", "States": {
          "More": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThan": 5000, "Next": "Add"}], "Default": "Done"},
          "Add": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "More"},
          "Done": {"Type": "Succeed"}}}
        """;

    private static readonly ExecutionStart Start = new()
    {
        Input = JsonValue.Parse("""{"n": 0}"""),
        ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:loop:run",
        ExecutionName = "run",
        RoleArn = "arn:aws:iam::123456789012:role/loop",
        StateMachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:loop",
        StateMachineName = "loop",
    };
}
