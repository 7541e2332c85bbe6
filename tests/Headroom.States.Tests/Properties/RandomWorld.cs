using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.History;
using Headroom.States.Json;

namespace Headroom.States.Tests.Properties;

/// <summary>
/// What is around an execution, at random: tasks are started, submitted, done, failed, forgotten; timers fire in their order.
/// Something that the execution waits for always happens in the end, so an execution that stands still is a bug.
/// </summary>
internal sealed class RandomWorld(StateMachineDefinition machine, ExecutionStart start, int seed)
{
    public static readonly DateTimeOffset Day = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    private readonly Random random = new(seed);

    public List<HistoryEvent> History { get; } = [];

    public List<TimedEvent> Events { get; } = [];

    /// <summary>Runs to the end, or to a number of events; the last state.</summary>
    public ExecutionState Run(int mostEvents)
    {
        var now = Day;
        var step = Interpreter.Start(machine, start, now);
        History.AddRange(step.Events);
        while (step.State.Status == ExecutionStatus.Running && Events.Count < mostEvents)
        {
            var outstanding = step.State.Outstanding;
            outstanding.ShouldNotBeEmpty("an execution that runs waits for something");
            var happened = Happening(outstanding[random.Next(outstanding.Count)], outstanding, ref now);
            Events.Add(new TimedEvent(happened, now));
            step = Interpreter.Apply(machine, step.State, happened, now);
            History.AddRange(step.Events);
        }

        return step.State;
    }

    private ExecutionEvent Happening(Command command, IReadOnlyList<Command> outstanding, ref DateTimeOffset now) => command switch
    {
        Command.ScheduleTask task => random.Next(6) switch
        {
            0 => new ExecutionEvent.TaskStarted(task.TaskId),
            1 => new ExecutionEvent.TaskHeartbeat(task.TaskId),
            2 => new ExecutionEvent.TaskSubmitted(task.TaskId, JsonObject.Empty),
            3 => new ExecutionEvent.TaskFailed(task.TaskId, "Ecs.EcsException", "Rate exceeded"),
            _ => new ExecutionEvent.TaskSucceeded(task.TaskId, JsonValue.From(random.Next(100))),
        },
        Command.ReadItems read => new ExecutionEvent.ItemsRead(read.MapRunId, "[1,2]"),
        Command.WriteResults write => new ExecutionEvent.ResultsWritten(write.MapRunId, JsonObject.Empty),
        Command.StartChild child when random.Next(8) == 0 => new ExecutionEvent.MapRunUpdated(child.MapRunId, random.Next(3), random.Next(3), random.Next(101)),
        Command.StartChild child => new ExecutionEvent.ChildEnded(
            child.MapRunId, child.Index, random.Next(3) > 0 ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, JsonValue.From(child.Index), null, null),
        _ => Fire(outstanding, ref now),
    };

    private static ExecutionEvent.TimerFired Fire(IReadOnlyList<Command> outstanding, ref DateTimeOffset now)
    {
        var first = outstanding.OfType<Command.StartTimer>().MinBy(t => t.DueAt)!;
        now = first.DueAt > now ? first.DueAt : now;
        return new ExecutionEvent.TimerFired(first.TimerId);
    }
}
