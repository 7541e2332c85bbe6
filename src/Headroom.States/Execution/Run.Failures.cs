using System.Collections.Immutable;
using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Execution.Maps;
using Headroom.States.History;

namespace Headroom.States.Execution;

/// <summary>
/// What becomes of an error:
/// <list type="table">
/// <item><term>it is States.Runtime</term><description>the execution fails, wherever in it the state is, and the states around it tell nothing</description></item>
/// <item><term>else a retrier takes it and has attempts left</term><description>the state is done again, later</description></item>
/// <item><term>else a catcher takes it</term><description>the state is left with the error as its result, to the catcher's Next</description></item>
/// <item><term>else the branch is inside a Parallel or Map</term><description>it becomes the error of that state</description></item>
/// <item><term>else</term><description>the execution fails</description></item>
/// </list>
/// </summary>
internal sealed partial class Run
{
    /// <summary>The state ran into an error of the interpreter's own, whose cause is given the state's name here.</summary>
    public void Fail(Branch branch, StateError error) => Raise(
        branch,
        error.Name is not (StateError.Runtime or StateError.IntrinsicFailure) ? error : error with
        {
            Cause = $"An error occurred while executing the state '{branch.State.Name}' (entered at the event id #{branch.EnteredId}). {error.Cause}",
        });

    /// <summary>The state ran into an error that came from a task, a Fail state or from inside.</summary>
    public void Raise(Branch branch, StateError error)
    {
        if (error.Name == StateError.Runtime)
        {
            Keep(branch);
            FailExecution(branch, error);
            return;
        }

        if (branch.State is RetryableState state)
        {
            if (FindRetrier(branch, state, error) is { } retrier)
            {
                RetryLater(branch, state, retrier);
                return;
            }

            branch = TellFailure(branch);
            foreach (var catcher in state.Catch)
            {
                if (error.IsTakenBy(catcher.ErrorEquals))
                {
                    CatchError(branch, catcher, error);
                    return;
                }
            }
        }

        Keep(branch);
        if (branch.State is TaskState && branch.ParentId != 0)
        {
            Add(branch.Cursor, HistoryEventType.TaskStateAborted);
        }

        switch (ParentOf(branch))
        {
            case null:
                FailExecution(branch, error);
                break;
            case { State: MapState } map:
                MapExecution.IterationFailed(this, map, branch, error);
                break;
            case var parallel:
                AbortInside(parallel, branch);
                Raise(parallel with { Cursor = branch.Cursor }, error);
                break;
        }
    }

    private void FailExecution(Branch branch, StateError error)
    {
        Add(branch.Cursor, HistoryEventType.ExecutionFailed, new FailureDetails(HistoryEventType.ExecutionFailed, error.Name, error.Cause));
        EndExecution(ExecutionStatus.Failed, null, error);
    }

    private static int? FindRetrier(Branch branch, RetryableState state, StateError error)
    {
        for (var i = 0; i < state.Retry.Length; i++)
        {
            if (error.IsTakenBy(state.Retry[i].ErrorEquals))
            {
                return AttemptsOf(branch, i) < state.Retry[i].MaxAttempts ? i : null;
            }
        }

        return null;
    }

    private static int AttemptsOf(Branch branch, int retrier) => branch.Attempts.IsDefault ? 0 : branch.Attempts[retrier];

    private void RetryLater(Branch branch, RetryableState state, int index)
    {
        RemoveInside(branch);
        var retrier = state.Retry[index];
        var attempts = branch.Attempts.IsDefault ? [.. new int[state.Retry.Length]] : branch.Attempts;
        var seconds = retrier.DelayAfter(attempts[index]);
        var delay = TimeSpan.FromSeconds(retrier.FullJitter ? seconds * Evaluation.Random.NextFraction() : seconds);
        var timer = StartTimer(Now + delay);
        Keep(branch with
        {
            Attempts = attempts.SetItem(index, attempts[index] + 1),
            RetryCount = branch.RetryCount + 1,
            Activity = new Activity.Delaying(timer.TimerId, timer.DueAt, IsRetry: true),
        });
    }

    /// <summary>A Parallel or Map that had started says that it failed.</summary>
    private Branch TellFailure(Branch branch) => branch.Activity switch
    {
        Activity.InParallel => Add(branch, HistoryEventType.ParallelStateFailed),
        Activity.Mapping or Activity.InMapRun => Add(branch, HistoryEventType.MapStateFailed),
        _ => branch,
    };

    private void CatchError(Branch branch, Catcher catcher, StateError error)
    {
        RemoveInside(branch);
        scope.Enter(branch);
        var output = StateErrors.Output(error);
        branch = branch with { Activity = Activity.Again };
        if (Evaluation.Place(catcher.ResultPath, branch.Input, output) is { } placed)
        {
            Exit(branch, placed, catcher.Next, catcher.Assign, output);
        }
        else
        {
            var failure = Evaluation.TakeFailure();
            Fail(branch with { State = ((RetryableState)branch.State) with { Retry = [], Catch = [] } }, failure);
        }
    }
}
