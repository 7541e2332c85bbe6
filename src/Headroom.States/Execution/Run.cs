using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Execution.States;
using Headroom.States.History;

namespace Headroom.States.Execution;

/// <summary>
/// One transition while it is being made: takes an execution's state apart, lets branches run until all of them wait, and puts it
/// together again. Lives for one call of <see cref="Interpreter"/>; nothing of it is seen outside.
/// </summary>
internal sealed partial class Run
{
    private readonly Dictionary<int, Branch> branches = [];
    private readonly Queue<int> ready = new();
    private readonly List<HistoryEvent> events = [];
    private readonly List<Command> commands = [];
    private readonly BranchScope scope;
    private ExecutionState state;
    private int lastTimerId;
    private int lastBranchId;
    private int statesRun;

    public Run(StateMachineDefinition machine, ExecutionState from, DateTimeOffset now)
    {
        (Machine, state, Now) = (machine, from, now);
        (lastTimerId, lastBranchId, LastEventId) = (from.LastTimerId, from.LastBranchId, from.LastEventId);
        scope = new BranchScope(this);
        Evaluation = new Evaluation(scope, new Randomness(from.Start.Seed, from.RandomsDrawn));
        foreach (var branch in from.Branches)
        {
            branches.Add(branch.Id, branch);
        }
    }

    public StateMachineDefinition Machine { get; }

    public DateTimeOffset Now { get; }

    public ExecutionStart Start => state.Start;

    public DateTimeOffset StartedAt => state.StartedAt;

    public int RedriveCount => state.RedriveCount;

    public long LastEventId { get; private set; }

    public bool HasEnded => state.Status != ExecutionStatus.Running;

    /// <summary>Evaluates the fields of the branch that is running.</summary>
    public Evaluation Evaluation { get; }

    public BranchScope Scope => scope;

    public IEnumerable<Branch> Branches => branches.Values;

    public Branch? ParentOf(Branch branch) => branch.ParentId == 0 ? null : branches[branch.ParentId];

    /// <summary>Lets branches run until all of them wait, and gives what came of it.</summary>
    public Transition Finish()
    {
        while (!HasEnded && ready.TryDequeue(out var id))
        {
            if (Machine.Type == StateMachineType.Express && statesRun == Limits.ExpressSlice)
            {
                state = state with { YieldTimer = StartTimer(Now + Limits.ExpressRest) };
                break;
            }

            if (branches.TryGetValue(id, out var branch) && branch.Activity.IsReady)
            {
                statesRun++;
                Step(branch);
            }

            CheckHistoryLimit();
        }

        var after = state with
        {
            LastEventId = LastEventId,
            LastTimerId = lastTimerId,
            LastBranchId = lastBranchId,
            RandomsDrawn = Evaluation.Random.Drawn,
            Branches = branches.Count == 1 ? [branches.Values.Single()] : [.. branches.Values.OrderBy(b => b.Id)],
        };
        return new Transition(after, events, commands);
    }

    public void Do(Command command) => commands.Add(command);

    public Command.StartTimer StartTimer(DateTimeOffset dueAt)
    {
        var timer = new Command.StartTimer(++lastTimerId, dueAt);
        Do(timer);
        return timer;
    }

    /// <summary>Adds a history event that follows another one; gives its id.</summary>
    public long Add(long previous, HistoryEventType type, EventDetails? details = null)
    {
        LastEventId++;
        if (!IsOverLimit)
        {
            events.Add(new HistoryEvent(LastEventId, previous, Now, type, details));
        }

        return LastEventId;
    }

    /// <summary>Adds a history event that the branch's next one follows.</summary>
    public Branch Add(Branch branch, HistoryEventType type, EventDetails? details = null) =>
        branch with { Cursor = Add(branch.Cursor, type, details) };

    /// <summary>The branch waits as it is.</summary>
    public void Keep(Branch branch) => branches[branch.Id] = branch;

    /// <summary>The branch can go on by itself.</summary>
    public void Continue(Branch branch)
    {
        branches[branch.Id] = branch;
        ready.Enqueue(branch.Id);
    }

    /// <summary>Lets every branch go on that can.</summary>
    public void Resume()
    {
        state = state with { YieldTimer = null };
        foreach (var branch in branches.Values.Where(b => b.Activity.IsReady).OrderBy(b => b.Id))
        {
            ready.Enqueue(branch.Id);
        }
    }

    /// <summary>The branch as it is now; null where it is gone.</summary>
    public Branch? Current(Branch branch) => branches.GetValueOrDefault(branch.Id);

    public int NextBranchId() => ++lastBranchId;

    private bool IsOverLimit => Machine.Type == StateMachineType.Standard && LastEventId >= Limits.HistoryEvents;

    private void Step(Branch branch)
    {
        if (branch.Activity is Activity.ToEnter)
        {
            branch = branch with
            {
                EnteredAt = Now,
                EnteredId = LastEventId + 1,
                Cursor = Add(branch.Cursor, branch.State.Entered, new StateEnteredDetails(branch.State.Name, branch.Input)),
                Activity = Activity.Again,
            };
        }

        scope.Enter(branch);
        StateExecution.Execute(this, branch);
    }
}
