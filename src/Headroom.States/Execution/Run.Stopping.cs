using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Execution.Maps;
using Headroom.States.Execution.States;
using Headroom.States.History;
using Headroom.States.Json;

namespace Headroom.States.Execution;

internal sealed partial class Run
{
    /// <summary>The execution is over: whatever is out is called back. Failed branches are kept for a redrive.</summary>
    public void EndExecution(ExecutionStatus status, JsonValue? output, StateError? error)
    {
        foreach (var branch in branches.Values.OrderBy(b => b.Id).ToArray())
        {
            CallBack(branch);
            branches[branch.Id] = Stopped(branch);
        }

        foreach (var timer in new[] { state.TimeoutTimer, state.YieldTimer }.OfType<Command.StartTimer>())
        {
            Do(new Command.CancelTimer(timer.TimerId));
        }

        ready.Clear();
        state = state with
        {
            Status = status, Output = output, Error = error?.Name, Cause = error?.Cause, StoppedAt = Now, TimeoutTimer = null, YieldTimer = null,
        };
        Do(new Command.EndExecution(status, output, error?.Name, error?.Cause));
    }

    /// <summary>Calls back what a branch has out.</summary>
    public void CallBack(Branch branch)
    {
        switch (branch.Activity)
        {
            case Activity.Delaying delaying:
                Do(new Command.CancelTimer(delaying.TimerId));
                break;
            case Activity.Working working:
                TaskExecution.CancelTimers(this, working);
                Do(new Command.CancelTask(working.Task.TaskId));
                break;
            case Activity.InMapRun running:
                MapRunEnd.CallBack(this, running.Run, ExecutionStatus.Aborted);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// One branch inside a branch's state failed, so the others stop where they are and say so in the history, each after the failed one's last event.
    /// </summary>
    public void AbortInside(Branch branch, Branch failed) => AbortInside(branch, failed.Cursor, except: failed.Id);

    private void AbortInside(Branch branch, long after, int except)
    {
        foreach (var child in branches.Values.Where(b => b.ParentId == branch.Id && b.Id != except).OrderBy(b => b.Id).ToArray())
        {
            if (branch.State is MapState)
            {
                Add(after, HistoryEventType.MapIterationAborted, new MapIterationDetails(HistoryEventType.MapIterationAborted, branch.State.Name, child.Slot));
            }

            AbortInside(child, after, except: 0);
            CallBack(child);
            if (!child.Activity.IsReady && child.Activity is not Activity.HasStopped)
            {
                Add(after, Aborted(child.State));
            }

            branches[child.Id] = Stopped(child);
        }
    }

    /// <summary>A branch that does nothing any more. What is done inside of it stays done for a redrive.</summary>
    private static Branch Stopped(Branch branch) =>
        branch.Activity is Activity.InParallel or Activity.Mapping ? branch : branch with { Activity = Activity.Stopped };

    private static HistoryEventType Aborted(StateDefinition state) => state switch
    {
        TaskState => HistoryEventType.TaskStateAborted,
        WaitState => HistoryEventType.WaitStateAborted,
        ParallelState => HistoryEventType.ParallelStateAborted,
        MapState => HistoryEventType.MapStateAborted,
        _ => throw new InvalidOperationException($"a {state.GetType().Name} does not wait"),
    };

    /// <summary>Removes the branches inside a branch's state, calling back what they have out.</summary>
    public void RemoveInside(Branch branch)
    {
        foreach (var child in branches.Values.Where(b => b.ParentId == branch.Id).OrderBy(b => b.Id).ToArray())
        {
            RemoveInside(child);
            CallBack(child);
            branches.Remove(child.Id);
        }
    }

    public void Remove(Branch branch) => branches.Remove(branch.Id);

    private void CheckHistoryLimit()
    {
        if (IsOverLimit && !HasEnded)
        {
            LastEventId = Limits.HistoryEvents - 1;
            var error = new StateError(StateError.Runtime, $"The execution reached the maximum number of history events ({Limits.HistoryEvents}).");
            LastEventId++;
            events.Add(new HistoryEvent(
                LastEventId, LastEventId - 1, Now, HistoryEventType.ExecutionFailed,
                new FailureDetails(HistoryEventType.ExecutionFailed, error.Name, error.Cause)));
            EndExecution(ExecutionStatus.Failed, null, error);
        }
    }
}
