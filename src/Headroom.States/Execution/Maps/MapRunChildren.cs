using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.Intrinsics;
using Headroom.States.Json;

namespace Headroom.States.Execution.Maps;

/// <summary>The children of a map run: as many at a time as allowed, until all ended or too many failed.</summary>
internal static class MapRunChildren
{
    /// <summary>The items are there: their children start.</summary>
    public static void Start(Run run, Branch branch, MapState state, MapRun mapRun, JsonArray items)
    {
        if (ChildInputs.Of(run, state, mapRun.Input, items) is { } children)
        {
            mapRun = mapRun with { Children = children };
            run.Do(new Command.CountItems(mapRun.Id, children.Length, mapRun.ItemCount));
            Advance(run, branch, state, mapRun);
        }
        else
        {
            MapRunEnd.Fail(run, branch, mapRun, run.Evaluation.TakeFailure());
        }
    }

    /// <summary>A child ended: the next one starts, or the map run is done, or too many failed.</summary>
    public static void Ended(Run run, Branch branch, MapState state, MapRun mapRun, ExecutionEvent.ChildEnded ended)
    {
        mapRun = mapRun with { Running = mapRun.Running.Remove(ended.Index) };
        mapRun = ended.Status == ExecutionStatus.Succeeded
            ? mapRun with { Results = mapRun.Results.Add(ended.Index, ended.Output ?? JsonValue.Null) }
            : mapRun with { FailedItems = mapRun.FailedItems + mapRun.Children[ended.Index].ItemCount };
        AdvanceOrFail(run, branch, state, mapRun);
    }

    /// <summary>The map run goes on with other settings: more children start, or more have failed than are tolerated now.</summary>
    public static void Updated(Run run, Branch branch, MapState state, MapRun mapRun, ExecutionEvent.MapRunUpdated updated)
    {
        var (concurrency, tolerance) = (mapRun.Concurrency, mapRun.Tolerance);
        mapRun = mapRun with
        {
            Concurrency = updated.MaxConcurrency is { } most ? MapRun.ConcurrencyOf(most) : concurrency,
            Tolerance = new(updated.ToleratedFailureCount ?? tolerance.Count, updated.ToleratedFailurePercentage ?? tolerance.Percentage),
        };
        if (mapRun.Reading is null && mapRun.Writing is null)
        {
            AdvanceOrFail(run, branch, state, mapRun);
        }
        else
        {
            run.Keep(branch with { Activity = new Activity.InMapRun(mapRun) });
        }
    }

    private static void AdvanceOrFail(Run run, Branch branch, MapState state, MapRun mapRun)
    {
        if (mapRun.ExceedsTolerance)
        {
            MapRunEnd.Fail(run, branch, mapRun, new StateError(
                StateError.ExceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded"));
        }
        else
        {
            Advance(run, branch, state, mapRun);
        }
    }

    /// <summary>Starts as many children as may run; with the last one ended the map run is done.</summary>
    private static void Advance(Run run, Branch branch, MapState state, MapRun mapRun)
    {
        while (mapRun.Started < mapRun.Children.Length && mapRun.Running.Count < mapRun.Concurrency)
        {
            var child = ChildOf(run, state, mapRun, mapRun.Started);
            run.Do(child);
            mapRun = mapRun with { Started = mapRun.Started + 1, Running = mapRun.Running.Add(child.Index, child) };
        }

        if (mapRun.Running.Count > 0)
        {
            run.Keep(branch with { Activity = new Activity.InMapRun(mapRun) });
            return;
        }

        var results = new JsonArray(mapRun.Results.Values);
        if (state.ResultWriter is not { } writer)
        {
            MapRunEnd.Succeed(run, branch, state, mapRun, results);
        }
        else if (run.Evaluation.Fill(writer.Parameters, mapRun.Input) is { } parameters)
        {
            mapRun = mapRun with { Writing = new Command.WriteResults(mapRun.Id, writer.Resource, parameters, results) };
            run.Do(mapRun.Writing);
            run.Keep(branch with { Activity = new Activity.InMapRun(mapRun) });
        }
        else
        {
            MapRunEnd.Fail(run, branch, mapRun, run.Evaluation.TakeFailure());
        }
    }

    private static Command.StartChild ChildOf(Run run, MapState state, MapRun mapRun, int index)
    {
        var (input, itemCount, map) = (mapRun.Children[index].Input, mapRun.Children[index].ItemCount, mapRun.Children[index].Map);
        var name = MathFunctions.UuidText(run.Evaluation.Random);
        return new Command.StartChild
        {
            MapRunId = mapRun.Id,
            Index = index,
            ItemCount = itemCount,
            Machine = state.Child,
            Type = state.Child.Type,
            Start = run.Start with
            {
                Input = input,
                ExecutionName = name,
                ExecutionArn = MapRunArns.OfChild(run.Start, state, name),
                Seed = run.Evaluation.Random.Next(),
                Map = map,
            },
        };
    }
}
