using Headroom.States.Definition;
using Headroom.States.History;

namespace Headroom.States.Execution;

/// <summary>
/// Runs executions: pure functions of machine, state, event and time. Reads no clock, makes no call, draws no randomness but from
/// the execution's seed.
/// </summary>
public static class Interpreter
{
    /// <summary>Starts an execution and runs it to where it waits for something.</summary>
    public static Transition Start(StateMachineDefinition machine, ExecutionStart start, DateTimeOffset now)
    {
        var state = new ExecutionState { Start = start, StartedAt = now, LastBranchId = Branch.RootId };
        var run = new Run(machine, state, now);
        run.Add(0, HistoryEventType.ExecutionStarted, new ExecutionStartedDetails(start.Input, start.RoleArn));
        run.LimitTime();
        run.Continue(new Branch
        {
            Id = Branch.RootId, Scope = machine.States, State = machine.States.First, Input = start.Input, Activity = Activity.Entering,
        });
        return run.Finish();
    }

    /// <summary>
    /// Lets an event happen and runs the execution to where it waits again.
    /// <list type="table">
    /// <item><term>the execution has ended</term><description>nothing changes, unless it is redriven</description></item>
    /// <item><term>nobody waits for what happened</term><description>nothing changes</description></item>
    /// <item><term>otherwise</term><description>the state it belongs to goes on</description></item>
    /// </list>
    /// </summary>
    public static Transition Apply(StateMachineDefinition machine, ExecutionState state, ExecutionEvent happened, DateTimeOffset now)
    {
        var run = new Run(machine, state, now);
        return Incoming.Take(run, happened) ? run.Finish() : new Transition(state, [], []);
    }

    /// <summary>Makes an execution again from what was written down of it; the history events come out as they did.</summary>
    public static Transition Replay(
        StateMachineDefinition machine, ExecutionStart start, DateTimeOffset startedAt, IEnumerable<TimedEvent> events)
    {
        var step = Start(machine, start, startedAt);
        var (history, commands) = (new List<HistoryEvent>(step.Events), new List<Command>(step.Commands));
        foreach (var (happened, at) in events)
        {
            step = Apply(machine, step.State, happened, at);
            history.AddRange(step.Events);
            commands.AddRange(step.Commands);
        }

        return new Transition(step.State, history, commands);
    }
}
