using System.Collections.Immutable;
using Headroom.States.Definition;
using Headroom.States.History;
using Headroom.States.Json;

namespace Headroom.States.Execution.States;

/// <summary>Executes Parallel states.</summary>
internal static class ParallelExecution
{
    public static void Execute(Run run, Branch branch, ParallelState state)
    {
        if (run.Evaluation.Select(state.InputPath, branch.Input) is not { } selected
            || run.Evaluation.Fill(state.Parameters, selected) is not { } input)
        {
            run.Fail(branch, run.Evaluation.TakeFailure());
            return;
        }

        var count = state.Branches.Length;
        branch = run.Add(branch, HistoryEventType.ParallelStateStarted);
        run.Keep(branch with { Activity = new Activity.InParallel([.. new JsonValue?[count]], count) });
        for (var i = 0; i < count; i++)
        {
            run.Continue(new Branch
            {
                Id = run.NextBranchId(),
                ParentId = branch.Id,
                Slot = i,
                Scope = state.Branches[i],
                State = state.Branches[i].First,
                Input = input,
                Cursor = branch.Cursor,
                Activity = Activity.Entering,
            });
        }
    }

    /// <summary>A branch ended well; with the last one the state is done.</summary>
    public static void BranchSucceeded(Run run, Branch parallel, Branch branch, JsonValue output)
    {
        var activity = (Activity.InParallel)parallel.Activity;
        var results = activity.Results.SetItem(branch.Slot, output);
        run.Remove(branch);
        parallel = parallel with { Activity = new Activity.InParallel(results, activity.Left - 1) };
        if (activity.Left > 1)
        {
            run.Keep(parallel);
            return;
        }

        // Leaving follows the branch that ended last, not ParallelStateSucceeded: so AWS numbers it.
        var succeeded = run.Add(branch.Cursor, HistoryEventType.ParallelStateSucceeded);
        var done = parallel with { Cursor = succeeded, Activity = Activity.Again };
        run.Complete(done, (ParallelState)parallel.State, new JsonArray(results.Select(r => r!)), left: branch.Cursor);
    }
}
