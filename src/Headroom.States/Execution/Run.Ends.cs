using Headroom.States.Definition;
using Headroom.States.History;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Execution;

internal sealed partial class Run
{
    /// <summary>A state without result is done: its output is what OutputPath leaves of its effective input.</summary>
    public void Leave(Branch branch, JsonValue input, string? next, Template? assign)
    {
        if (Evaluation.Select(branch.State.OutputPath, input) is { } output)
        {
            Exit(branch, output, next, assign, input);
        }
        else
        {
            Fail(branch, Evaluation.TakeFailure());
        }
    }

    /// <summary>The same for a state whose input is still to be selected.</summary>
    public void Leave(Branch branch)
    {
        if (Evaluation.Select(branch.State.InputPath, branch.Input) is { } input)
        {
            Leave(branch, input, branch.State.Next, branch.State.Assign);
        }
        else
        {
            Fail(branch, Evaluation.TakeFailure());
        }
    }

    /// <summary>A state is done with a result: ResultSelector, ResultPath, OutputPath and Assign follow.</summary>
    public void Complete(Branch branch, JsonValue result, Template? selector, ResultPath resultPath, JsonValue input)
    {
        if (Evaluation.Fill(selector, result) is { } selected
            && Evaluation.Place(resultPath, input, selected) is { } placed
            && Evaluation.Select(branch.State.OutputPath, placed) is { } output)
        {
            Exit(branch, output, branch.State.Next, branch.State.Assign, selected);
        }
        else
        {
            Fail(branch, Evaluation.TakeFailure());
        }
    }

    /// <summary>A state of a type that retries is done with a result.</summary>
    public void Complete(Branch branch, RetryableState definition, JsonValue result)
    {
        scope.Enter(branch);
        Complete(branch, result, definition.ResultSelector, definition.ResultPath, branch.Input);
    }

    /// <summary>A state is left with its output; the branch goes on, or ends.</summary>
    public void Exit(Branch branch, JsonValue output, string? next, Template? assign, JsonValue assignFrom)
    {
        if (StateErrors.Oversize(output, branch.State.Name) is { } oversize)
        {
            Fail(branch, oversize);
            return;
        }

        JsonObject? assigned = null;
        if (assign is not null && (assigned = Evaluation.Variables(assign, assignFrom)) is null)
        {
            Fail(branch, Evaluation.TakeFailure());
            return;
        }

        var left = branch with
        {
            State = next is null ? branch.State : branch.Scope.States[next],
            Cursor = Add(branch.Cursor, branch.State.Exited, new StateExitedDetails(branch.State.Name, output, assigned)),
            Variables = assigned is null ? branch.Variables : new JsonObject(branch.Variables.Concat(assigned)),
            Input = output,
            Attempts = default,
            RetryCount = 0,
            Activity = Activity.Entering,
        };
        if (next is null)
        {
            End(left, output);
        }
        else
        {
            Continue(left);
        }
    }

    /// <summary>A branch ended well.</summary>
    public void End(Branch branch, JsonValue output)
    {
        switch (ParentOf(branch))
        {
            case null:
                branches.Remove(branch.Id);
                Add(branch.Cursor, HistoryEventType.ExecutionSucceeded, new ExecutionSucceededDetails(output));
                EndExecution(ExecutionStatus.Succeeded, output, null);
                break;
            case { State: ParallelState } parallel:
                ParallelExecution.BranchSucceeded(this, parallel, branch, output);
                break;
            case { State: MapState } map:
                MapExecution.IterationSucceeded(this, map, branch, output);
                break;
            case var parent:
                throw new InvalidOperationException($"a {parent.State.GetType().Name} has no branches");
        }
    }

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
                MapRunExecution.CallBack(this, running.Run, ExecutionStatus.Aborted);
                break;
            default:
                break;
        }
    }

    /// <summary>
    /// One branch inside a branch's state failed, so the others stop where they are: those that were waiting say so in the history.
    /// </summary>
    public void AbortInside(Branch branch, int except)
    {
        foreach (var child in branches.Values.Where(b => b.ParentId == branch.Id && b.Id != except).OrderBy(b => b.Id).ToArray())
        {
            AbortInside(child, except: 0);
            CallBack(child);
            var cursor = child.Activity.IsReady || child.Activity is Activity.HasStopped ? child.Cursor : Abort(child);
            if (branch.State is MapState)
            {
                Add(cursor, HistoryEventType.MapIterationAborted, new MapIterationDetails(HistoryEventType.MapIterationAborted, branch.State.Name, child.Slot));
            }

            branches[child.Id] = Stopped(child) with { Cursor = cursor };
        }
    }

    /// <summary>A branch that does nothing any more. What is done inside of it stays done for a redrive.</summary>
    private static Branch Stopped(Branch branch) =>
        branch.Activity is Activity.InParallel or Activity.Mapping ? branch : branch with { Activity = Activity.Stopped };

    private long Abort(Branch branch) => Add(branch.Cursor, branch.State switch
    {
        TaskState => HistoryEventType.TaskStateAborted,
        WaitState => HistoryEventType.WaitStateAborted,
        ParallelState => HistoryEventType.ParallelStateAborted,
        MapState => HistoryEventType.MapStateAborted,
        var state => throw new InvalidOperationException($"a {state.GetType().Name} does not wait"),
    });

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
