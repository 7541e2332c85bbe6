using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.History;
using Headroom.States.Json;
using Headroom.States.Reading;

namespace Headroom.States.Tests.Behaviour;

/// <summary>An execution that a test leads by hand: it lets events happen and looks at what came of them.</summary>
internal sealed class Running
{
    private readonly StateMachineDefinition machine;
    private Transition last;

    public Running(string definition, string input = "{}", StateMachineType type = StateMachineType.Standard, ulong seed = 1)
    {
        var reading = DefinitionReader.Read(definition, type);
        reading.Machine.ShouldNotBeNull(reading.Refusal);
        machine = reading.Machine;
        last = Interpreter.Start(machine, Given.Started(input, seed), Now);
        History.AddRange(last.Events);
    }

    public DateTimeOffset Now { get; private set; } = Given.Now;

    public List<HistoryEvent> History { get; } = [];

    public ExecutionState State => last.State;

    public IReadOnlyList<Command> Commands => last.Commands;

    /// <summary>The types of the events that the last step added.</summary>
    public string Added => string.Join(" ", last.Events.Select(e => e.Type));

    public Command.ScheduleTask Task => State.Outstanding.OfType<Command.ScheduleTask>().First();

    /// <summary>Seconds from the start to each timer that runs, in order.</summary>
    public double[] Timers => [.. State.Outstanding.OfType<Command.StartTimer>().Select(t => (t.DueAt - Given.Now).TotalSeconds).Order()];

    public Running Happens(ExecutionEvent happened)
    {
        last = Interpreter.Apply(machine, State, happened, Now);
        History.AddRange(last.Events);
        return this;
    }

    /// <summary>Lets time pass to the next timer.</summary>
    public Running TimePasses()
    {
        var next = State.Outstanding.OfType<Command.StartTimer>().MinBy(t => t.DueAt)!;
        Now = next.DueAt;
        return Happens(new ExecutionEvent.TimerFired(next.TimerId));
    }

    public Running Fails(string error, string? cause = null) => Happens(new ExecutionEvent.TaskFailed(Task.TaskId, error, cause));

    public Running Succeeds(string output) => Happens(new ExecutionEvent.TaskSucceeded(Task.TaskId, JsonValue.Parse(output)));
}
