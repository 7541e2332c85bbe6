using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.States.Tests.Properties;
using JsonValue = Headroom.States.Json.JsonValue;

namespace Headroom.Cloud.Tests.StepFunctions;

/// <summary>Damaged definitions and inputs, through the API: each is refused or run, none stops the cloud, none is left without an end.</summary>
public sealed class DamagedMachineTests
{
    private const int Definitions = 400;
    private const int MostWakes = 400;

    [Fact]
    public void Whatever_is_sent_is_refused_or_run_to_an_end()
    {
        var cloud = new TestCloud();
        Machines.MakeRole(cloud);
        var run = 0;
        for (var seed = 1; seed <= Definitions; seed++)
        {
#pragma warning disable RS0030 // the test's own chance, by seed
            var random = new Random(seed);
#pragma warning restore RS0030
            var definition = JsonValue.Parse(RandomMachine.Of(seed));
            var made = cloud.Try("stepfunctions", "CreateStateMachine", new()
            {
                ["name"] = $"m{seed}", ["roleArn"] = Machines.RoleArn, ["definition"] = (seed % 2 == 0 ? definition : Damage.Of(definition, random)).ToString(),
            });
            if (made is not Outcome<JsonObject>.Answered { Response: var machine })
            {
                made.ShouldBeOfType<Outcome<JsonObject>.Refused>().Refusal.Code.ShouldBe("InvalidDefinition");
                continue;
            }

            run++;
            CheckEnds(cloud, seed, Machines.Start(
                cloud, (string)machine["stateMachineArn"]!, input: Damage.Of(JsonValue.Parse("""{"items": [1, 2, 3], "n": 0}"""), random).ToString()));
        }

        run.ShouldBeGreaterThan(Definitions / 2, "too few of the definitions were valid");
    }

    private static void CheckEnds(TestCloud cloud, int seed, string execution)
    {
        for (var wakes = 0; wakes < MostWakes && Status(cloud, execution) == "RUNNING"; wakes++)
        {
            cloud.WakeNext().ShouldBeTrue($"machine {seed} waits for nothing");
        }

        if (Status(cloud, execution) == "RUNNING")
        {
            // It loops: it is stopped, as its owner would.
            cloud.Call("stepfunctions", "StopExecution", new() { ["executionArn"] = execution });
        }

        Machines.History(cloud, execution)[^1].ShouldBeOneOf("ExecutionSucceeded", "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted");
    }

    private static string Status(TestCloud cloud, string execution) => (string)Machines.Describe(cloud, execution)["status"]!;
}
