using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.Json;
using Headroom.States.Reading;
using Headroom.States.Tests.Recorded;

namespace Headroom.States.Tests.Properties;

/// <summary>Definitions and inputs that were damaged: never an exception, never an execution without end.</summary>
public sealed class FuzzTests
{
    /// <summary>A longer run: <c>HEADROOM_FUZZ=100000</c>.</summary>
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("HEADROOM_FUZZ"), out var count) ? count : 1000;

    [Fact]
    public void Damaged_definitions_are_refused_or_run_to_an_end()
    {
        var originals = RandomOriginals();
        for (var seed = 0; seed < Count; seed++)
        {
            var random = new Random(seed);
            var (definition, input) = originals[random.Next(originals.Count)];
            var damaged = Damage.Of(definition, random).ToString();
            try
            {
                Run(damaged, Damage.Of(input, random), seed);
            }
            catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"seed {seed}: {e}\n{damaged}\n{input}");
            }
        }
    }

    private static void Run(string definition, JsonValue input, int seed)
    {
        var type = seed % 4 == 0 ? StateMachineType.Express : StateMachineType.Standard;
        var reading = DefinitionReader.Read(definition, type);
        if (reading.Machine is null)
        {
            reading.Diagnostics.ShouldNotBeEmpty();
            reading.Diagnostics.ShouldAllBe(d => d.Message.Length > 0 && d.Location != "");
            return;
        }

        var world = new RandomWorld(reading.Machine, ReplayTests.StartOf(seed) with { Input = input }, seed);
        var ended = world.Run(mostEvents: 2000);
        if (ended.Status != ExecutionStatus.Running)
        {
            world.History[^1].Type.ToString().ShouldStartWith("Execution");
            ended.Outstanding.ShouldBeEmpty();
        }

        world.History.Select(e => e.Id).ShouldBe(Enumerable.Range(1, world.History.Count).Select(i => (long)i));
        world.History.ShouldAllBe(e => e.PreviousEventId < e.Id);
        world.History.ForEach(e => e.Details?.ToJson());
    }

    /// <summary>The recorded definitions where they are here, and machines at random.</summary>
    private static List<(JsonValue Definition, JsonValue Input)> RandomOriginals()
    {
        List<(JsonValue, JsonValue)> all = [.. Enumerable.Range(0, 100).Select(seed => (JsonValue.Parse(RandomMachine.Of(seed)), ReplayTests.StartOf(seed).Input))];
        if (SharedFolder.Cases is not null)
        {
            all.AddRange(RecordedCase.All().Where(c => c.Json["definition"] is JsonObject { Count: > 0 } && c.Group != "error-names")
                .Select(c => (c.Json["definition"]!, c.Input ?? JsonObject.Empty)));
        }

        return all;
    }
}
