using Headroom.States.Execution;
using Headroom.States.Json;
using Headroom.States.Reading;

namespace Headroom.States.Tests.Properties;

/// <summary>An execution is the fold of its events: what was written down makes it again.</summary>
public sealed class ReplayTests
{
    private const int Machines = 150;
    private const int MostEvents = 150;

    [Fact]
    public void Replaying_what_was_written_down_gives_the_same_history_and_the_same_outstanding_commands()
    {
        for (var seed = 0; seed < Machines; seed++)
        {
            var machine = DefinitionReader.Read(RandomMachine.Of(seed)).Machine;
            machine.ShouldNotBeNull($"machine {seed} is valid");
            var world = new RandomWorld(machine, StartOf(seed), seed);
            var ended = world.Run(MostEvents);

            var written = world.Events.ConvertAll(e => e with { Event = ExecutionEventJson.Read(JsonValue.Parse(ExecutionEventJson.Write(e.Event).ToString())) });
            var replayed = Interpreter.Replay(machine, StartOf(seed), RandomWorld.Day, written);

            replayed.Events.ShouldBe(world.History, $"machine {seed}");
            (replayed.State with { Start = ended.Start, Branches = ended.Branches }).ShouldBe(ended, $"machine {seed}");
            replayed.State.Outstanding.ShouldBe(ended.Outstanding, $"machine {seed}");
        }
    }

    [Fact]
    public void An_event_that_comes_twice_changes_nothing()
    {
        for (var seed = 0; seed < Machines; seed++)
        {
            var machine = DefinitionReader.Read(RandomMachine.Of(seed)).Machine!;
            var world = new RandomWorld(machine, StartOf(seed), seed);
            world.Run(MostEvents);
            var state = Interpreter.Replay(machine, StartOf(seed), RandomWorld.Day, world.Events).State;

            foreach (var done in world.Events.Where(e => e.Event is ExecutionEvent.TimerFired or ExecutionEvent.TaskSucceeded or ExecutionEvent.TaskFailed))
            {
                Interpreter.Apply(machine, state, done.Event, done.At).State.ShouldBeSameAs(state, $"machine {seed}, {done}");
            }
        }
    }

    [Fact]
    public void Stopping_calls_back_everything_that_is_outstanding()
    {
        for (var seed = 0; seed < Machines; seed++)
        {
            var machine = DefinitionReader.Read(RandomMachine.Of(seed)).Machine!;
            var state = new RandomWorld(machine, StartOf(seed), seed).Run(mostEvents: 3);
            var stopped = Interpreter.Apply(machine, state, new ExecutionEvent.Stopped("Enough", null), RandomWorld.Day);
            if (state.Status != ExecutionStatus.Running)
            {
                continue;
            }

            stopped.State.Status.ShouldBe(ExecutionStatus.Aborted);
            stopped.State.Outstanding.ShouldBeEmpty();
            stopped.Commands.OfType<Command.CancelTimer>().Select(c => c.TimerId).Order()
                .ShouldBe(state.Outstanding.OfType<Command.StartTimer>().Select(t => t.TimerId).Order());
            stopped.Commands.OfType<Command.CancelTask>().Select(c => c.TaskId).Order()
                .ShouldBe(state.Outstanding.OfType<Command.ScheduleTask>().Select(t => t.TaskId).Order());
        }
    }

    internal static ExecutionStart StartOf(int seed) => Given.Started("""{"n":1,"items":["a","b","c"]}""", (ulong)seed);
}
