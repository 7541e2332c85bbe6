using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.History;
using Headroom.States.Json;

namespace Headroom.States.Tests.Recorded;

/// <summary>Plays an execution: answers its tasks, fires its timers in their order, runs its children. No task takes any time.</summary>
internal sealed class CasePlayer(RecordedCase recorded)
{
    /// <summary>The day from which the recorded inputs reckon.</summary>
    private static readonly DateTimeOffset Day = new(2026, 11, 24, 0, 28, 48, TimeSpan.Zero);

    private readonly TaskAnswers answers = new(recorded);

    public List<HistoryEvent> History { get; } = [];

    public List<TimedEvent> Events { get; } = [];

    public ExecutionState Play(StateMachineDefinition machine)
    {
        var account = "arn:aws:states:us-east-1:111111111111:";
        var start = new ExecutionStart
        {
            Input = recorded.Input ?? JsonObject.Empty,
            ExecutionArn = recorded.Type == StateMachineType.Express ? account + "express:machine:name:id" : account + "execution:machine:name",
            ExecutionName = "name",
            RoleArn = "arn:aws:iam::111111111111:role/role",
            StateMachineArn = account + "stateMachine:machine",
            StateMachineName = "machine",
            Seed = 7,
            IsSynchronous = recorded.Kind == "express-sync" || recorded.IsBeforeRedrive,
        };
        return Play(machine, start, Day, waits: ((JsonString?)recorded.Expected["status"])?.Value != "RUNNING");
    }

    private ExecutionState Play(StateMachineDefinition machine, ExecutionStart start, DateTimeOffset now, bool waits)
    {
        var timers = new PriorityQueue<int, DateTimeOffset>();
        var step = Interpreter.Start(machine, start, now);
        var pending = new Queue<ExecutionEvent>();
        while (true)
        {
            History.AddRange(step.Events);
            foreach (var command in step.Commands)
            {
                if (command is Command.StartTimer timer)
                {
                    timers.Enqueue(timer.TimerId, timer.DueAt);
                }

                foreach (var happened in Answers(command, now))
                {
                    pending.Enqueue(happened);
                }
            }

            if (step.State.Status != ExecutionStatus.Running)
            {
                return step.State;
            }

            if (!pending.TryDequeue(out var next))
            {
                if (!waits || !timers.TryDequeue(out var timerId, out var dueAt))
                {
                    return step.State;
                }

                now = dueAt > now ? dueAt : now;
                next = new ExecutionEvent.TimerFired(timerId);
            }

            Events.Add(new TimedEvent(next, now));
            step = Interpreter.Apply(machine, step.State, next, now);
        }
    }

    private IEnumerable<ExecutionEvent> Answers(Command command, DateTimeOffset now) => command switch
    {
        Command.ScheduleTask task => answers.Of(task),
        Command.ReadItems read => [new ExecutionEvent.ItemsRead(read.MapRunId, answers.FileText())],
        Command.WriteResults write => [new ExecutionEvent.ResultsWritten(write.MapRunId, write.Parameters)],
        Command.StartChild child => [PlayChild(child, now)],
        _ => [],
    };

    private ExecutionEvent.ChildEnded PlayChild(Command.StartChild child, DateTimeOffset now)
    {
        var ended = new CasePlayer(recorded).Play(child.Machine, child.Start, now, waits: true);
        return new ExecutionEvent.ChildEnded(child.MapRunId, child.Index, ended.Status, ended.Output, ended.Error, ended.Cause);
    }
}
