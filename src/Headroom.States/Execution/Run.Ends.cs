using Headroom.States.Definition;
using Headroom.States.History;
using Headroom.States.Json;
using Headroom.States.Paths;

namespace Headroom.States.Execution;

internal sealed partial class Run
{
    /// <summary>
    /// A state without result is done: its output is what InputPath and OutputPath leave of its input. Errors on the way are the state's.
    /// </summary>
    public void Leave(Branch branch, JsonValue assignFrom, JsonValue input, string? next = null, Template? assign = null)
    {
        if (Evaluation.Select(branch.State.InputPath, input) is { } selected
            && Evaluation.Select(branch.State.OutputPath, selected) is { } output)
        {
            Exit(branch, output, next ?? branch.State.Next, assign ?? branch.State.Assign, assignFrom);
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
            if (branch.Activity is not (Activity.InParallel or Activity.Mapping))
            {
                branches[branch.Id] = branch with { Activity = Activity.Stopped };
            }
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
