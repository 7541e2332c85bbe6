using System.Collections.Immutable;
using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.History;
using Headroom.States.Json;

namespace Headroom.States.Execution.Maps;

/// <summary>Executes inline Map states.</summary>
internal static class MapExecution
{
    public static void Execute(Run run, Branch branch, MapState state)
    {
        if (run.Evaluation.Select(state.InputPath, branch.Input) is not { } input
            || MapItems.Find(run.Evaluation, state, input) is not { } items
            || run.Evaluation.Number(state.MaxConcurrency, input) is not { } concurrency)
        {
            run.Fail(branch, run.Evaluation.TakeFailure());
            return;
        }

        if (concurrency < 0)
        {
            run.Fail(branch, StateErrors.NegativeConcurrency(concurrency));
            return;
        }

        branch = run.Add(branch, HistoryEventType.MapStateStarted, new MapStateStartedDetails(items.Count));
        branch = branch with { Activity = new Activity.Mapping(input, items, 0, [.. new JsonValue?[items.Count]], items.Count) };
        if (items.Count == 0)
        {
            Succeed(run, branch);
            return;
        }

        run.Keep(branch);
        var atOnce = concurrency == 0 ? Limits.InlineIterations : (int)Math.Min(concurrency, items.Count);
        for (var i = 0; i < Math.Min(atOnce, items.Count) && run.Current(branch) is { Activity: Activity.Mapping } map; i++)
        {
            StartNext(run, map, map.Cursor);
        }
    }

    /// <summary>An iteration ended well: the next one starts; with the last one the state is done.</summary>
    public static void IterationSucceeded(Run run, Branch map, Branch iteration, JsonValue output)
    {
        var activity = (Activity.Mapping)map.Activity;
        run.Remove(iteration);
        var succeeded = run.Add(iteration.Cursor, HistoryEventType.MapIterationSucceeded, Details(HistoryEventType.MapIterationSucceeded, map, iteration.Slot));
        map = map with
        {
            Activity = activity with { Results = activity.Results.SetItem(iteration.Slot, output), Left = activity.Left - 1 },
            Cursor = succeeded,
        };
        run.Keep(map);
        if (activity.Left == 1)
        {
            Succeed(run, map);
        }
        else if (activity.Started < activity.Items.Count)
        {
            StartNext(run, map, iteration.Cursor);
        }
    }

    /// <summary>An iteration failed, and the state with it.</summary>
    public static void IterationFailed(Run run, Branch map, Branch iteration, StateError error)
    {
        run.AbortInside(map, iteration);
        run.Add(iteration.Cursor, HistoryEventType.MapIterationFailed, Details(HistoryEventType.MapIterationFailed, map, iteration.Slot));
        run.Raise(map with { Cursor = iteration.Cursor }, error);
    }

    private static void StartNext(Run run, Branch map, long after)
    {
        var (activity, state) = ((Activity.Mapping)map.Activity, (MapState)map.State);
        var index = activity.Started;
        var started = run.Add(after, HistoryEventType.MapIterationStarted, Details(HistoryEventType.MapIterationStarted, map, index));
        map = map with { Activity = activity with { Started = index + 1 } };
        run.Keep(map);
        run.Scope.Enter(map);
        run.Scope.Map = MapItems.Context(index, activity.Items[index]);
        var input = state.ItemSelector is null ? activity.Items[index] : run.Evaluation.Fill(state.ItemSelector, activity.Input);
        if (input is null)
        {
            run.Fail(map with { Cursor = started }, run.Evaluation.TakeFailure());
            return;
        }

        run.Continue(new Branch
        {
            Id = run.NextBranchId(),
            ParentId = map.Id,
            Slot = index,
            Scope = state.Processor,
            State = state.Processor.First,
            Input = input,
            Cursor = started,
            Map = run.Scope.Map,
            Activity = Activity.Entering,
        });
    }

    private static void Succeed(Run run, Branch map)
    {
        // Leaving follows the iteration that ended last, not MapStateSucceeded: so AWS numbers it.
        var succeeded = run.Add(map.Cursor, HistoryEventType.MapStateSucceeded);
        var results = ((Activity.Mapping)map.Activity).Results;
        var done = map with { Cursor = succeeded, Activity = Activity.Again };
        run.Complete(done, (MapState)map.State, new JsonArray(results.Select(r => r!)), left: map.Cursor);
    }

    private static MapIterationDetails Details(HistoryEventType type, Branch map, int index) => new(type, map.State.Name, index);
}
