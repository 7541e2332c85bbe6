using Headroom.Cloud.Kernel;
using Headroom.States.Execution;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>
/// Lets things happen to executions: the interpreter says what follows; the event is written down, the state kept, the commands
/// carried out.
/// </summary>
internal static class ExecutionRunner
{
    private const int MostReplayed = 16;

    /// <summary>Starts an execution and runs it to where it waits.</summary>
    public static void Start(Step step, Execution execution)
    {
        step.Table(StepFunctionsState.Executions).Put(execution.Arn, execution);
        ExecutionEnds.Announce(step, execution);
        StepFunctionsMetrics.Started(step, execution);
        var transition = Interpreter.Start(Machines.Of(step, execution), execution.ToStart(step.Settings), execution.StartedAt);
        Keep(step, execution, transition, HistoryLog.Of(transition.Events), eventCount: 0);
    }

    /// <summary>
    /// Something happened to an execution. Nothing changes where it comes too late: the execution has ended, or nobody waits for it.
    /// </summary>
    public static void Apply(Step step, string executionArn, ExecutionEvent happened)
    {
        if (step.Table(StepFunctionsState.Executions).Find(executionArn) is not { } execution
            || (execution.Status != Execution.Running && happened is not ExecutionEvent.Redriven))
        {
            return;
        }

        var before = Find(step, execution);
        var now = Milliseconds.Of(step.Now);
        var transition = Interpreter.Apply(Machines.Of(step, execution), before.State, happened, now);
        if (ReferenceEquals(transition.State, before.State))
        {
            return;
        }

        step.Table(StepFunctionsState.Events).Put(
            IncomingEvent.Key(executionArn, before.EventCount), new(happened, now));
        Keep(step, execution, transition, before.History.With(transition.Events), before.EventCount + 1);
    }

    /// <summary>Where an execution stands, ended or not; made again from its events where that is not in memory.</summary>
    public static RunningExecution Find(Step step, Execution execution)
    {
        var running = execution.Status == Execution.Running ? StepFunctionsState.Running : StepFunctionsState.Replayed;
        if (step.Table(running).Find(execution.Arn) is { } known && known.State.StoppedAt == execution.StoppedAt)
        {
            return known;
        }

        var events = step.Table(StepFunctionsState.Events).WithPrefix(IncomingEvent.Prefix(execution.Arn));
        var replayed = Interpreter.Replay(
            Machines.Of(step, execution),
            execution.ToStart(step.Settings),
            execution.StartedAt,
            events.Select(written => new TimedEvent(written.Event, written.At)));
        var found = new RunningExecution(replayed.State, HistoryLog.Of(replayed.Events), events.Count);
        if (running == StepFunctionsState.Replayed && step.Table(running).Count >= MostReplayed)
        {
            step.Table(running).Remove(step.Table(running).Page("", null, 1)[0].Key);
        }

        step.Table(running).Put(execution.Arn, found);
        return found;
    }

    private static void Keep(Step step, Execution execution, Transition transition, HistoryLog history, int eventCount)
    {
        step.Table(StepFunctionsState.Running).Put(execution.Arn, new(transition.State, history, eventCount));
        ExecutionLogs.Write(step, execution, transition.Events);
        foreach (var command in transition.Commands)
        {
            ExecutionCommands.CarryOut(step, execution, command);
        }
    }
}
