using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Execution.Maps;
using Headroom.States.Execution.States;
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
    /// <param name="branch">The branch.</param>
    /// <param name="result">The result.</param>
    /// <param name="selector">ResultSelector.</param>
    /// <param name="resultPath">ResultPath.</param>
    /// <param name="input">What ResultPath puts the result into.</param>
    /// <param name="left">The event that leaving follows, where that is not the branch's last: a failure still follows the last.</param>
    public void Complete(Branch branch, JsonValue result, Template? selector, ResultPath resultPath, JsonValue input, long? left = null)
    {
        if (Evaluation.Fill(selector, result) is { } selected
            && Evaluation.Place(resultPath, input, selected) is { } placed
            && Evaluation.Select(branch.State.OutputPath, placed) is { } output)
        {
            Exit(branch, output, branch.State.Next, branch.State.Assign, selected, left);
        }
        else
        {
            Fail(branch, Evaluation.TakeFailure());
        }
    }

    /// <summary>A state of a type that retries is done with a result.</summary>
    public void Complete(Branch branch, RetryableState definition, JsonValue result, long? left = null)
    {
        scope.Enter(branch);
        Complete(branch, result, definition.ResultSelector, definition.ResultPath, branch.Input, left);
    }

    /// <summary>A state is left with its output; the branch goes on, or ends.</summary>
    public void Exit(Branch branch, JsonValue output, string? next, Template? assign, JsonValue assignFrom, long? after = null)
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
            State = next is null ? branch.State : branch.Scope[next],
            Cursor = Add(after ?? branch.Cursor, branch.State.Exited, new StateExitedDetails(branch.State.Name, output, assigned)),
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
}
