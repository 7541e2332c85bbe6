using Headroom.States.Definition;
using Headroom.States.History;
using Headroom.States.Intrinsics;
using Headroom.States.Json;

namespace Headroom.States.Execution;

/// <summary>Executes distributed Map states: a map run with a child execution for every item or batch.</summary>
internal static class MapRunExecution
{
    /// <summary>The id of the event with which an execution's first state is entered.</summary>
    private const long FirstEnteredId = 2;

    public static void Execute(Run run, Branch branch, MapState state)
    {
        var evaluation = run.Evaluation;
        if (evaluation.Select(state.InputPath, branch.Input) is not { } input
            || evaluation.Number(state.MaxConcurrency, input) is not { } concurrency
            || (state.ItemReader is null ? MapItems.Find(evaluation, state, input) : JsonArray.Empty) is not { } items)
        {
            run.Fail(branch, evaluation.TakeFailure());
            return;
        }

        if (concurrency < 0)
        {
            run.Fail(branch, StateErrors.NegativeConcurrency(concurrency));
            return;
        }

        branch = run.Add(branch, HistoryEventType.MapStateStarted, new MapStateStartedDetails(items.Count));
        if (Tolerance.Of(evaluation, state, input) is not { } tolerance
            || evaluation.Fill(state.ItemReader?.Parameters, input) is not { } parameters)
        {
            run.Fail(branch, evaluation.TakeFailure());
            return;
        }

        var arn = ArnOf(run, state);
        branch = run.Add(branch, HistoryEventType.MapRunStarted, new MapRunStartedDetails(arn));
        var mapRun = new MapRun
        {
            Id = branch.Cursor,
            Input = input,
            Concurrency = concurrency > 0 ? (int)Math.Min(concurrency, Limits.Children) : Limits.Children,
            ToleratedCount = tolerance.Count,
            ToleratedPercentage = tolerance.Percentage,
            Reading = state.ItemReader is { } reader ? new Command.ReadItems(branch.Cursor, reader.Resource, parameters) : null,
        };
        run.Do(new Command.StartMapRun
        {
            MapRunId = mapRun.Id,
            MapRunArn = arn,
            StateName = state.Name,
            MaxConcurrency = (int)Math.Min(concurrency, int.MaxValue),
            ToleratedFailureCount = (long)tolerance.Count,
            ToleratedFailurePercentage = tolerance.Percentage,
        });
        branch = branch with { Activity = new Activity.InMapRun(mapRun) };
        if (mapRun.Reading is null)
        {
            StartChildren(run, branch, state, mapRun, items);
        }
        else
        {
            run.Do(mapRun.Reading);
            run.Keep(branch);
        }
    }

    /// <summary>Something was reported of a map run; false where nobody waits for it.</summary>
    public static bool Report(Run run, ExecutionEvent happened)
    {
        var id = MapRunIdOf(happened);
        var branch = run.Branches.FirstOrDefault(b => b.Activity is Activity.InMapRun running && running.Run.Id == id);
        if (branch?.Activity is not Activity.InMapRun { Run: var mapRun })
        {
            return false;
        }

        var state = (MapState)branch.State;
        run.Scope.Enter(branch);
        switch (happened)
        {
            case ExecutionEvent.ItemsRead read when mapRun.Reading is not null:
                StartRead(run, branch, state, mapRun with { Reading = null }, read.Text);
                return true;
            case ExecutionEvent.ItemsReadFailed failed when mapRun.Reading is not null:
                Fail(run, branch, mapRun with { Reading = null }, new StateError(StateError.ItemReaderFailed, failed.Cause));
                return true;
            case ExecutionEvent.ChildEnded ended when mapRun.Running.ContainsKey(ended.Index):
                ChildEnded(run, branch, state, mapRun, ended);
                return true;
            case ExecutionEvent.ResultsWritten written when mapRun.Writing is not null:
                Succeed(run, branch, state, mapRun with { Writing = null }, written.Output);
                return true;
            case ExecutionEvent.ResultsWriteFailed failed when mapRun.Writing is not null:
                Fail(run, branch, mapRun with { Writing = null }, new StateError(StateError.ResultWriterFailed, failed.Cause));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Calls back what a map run has out.</summary>
    public static void CallBack(Run run, MapRun mapRun, ExecutionStatus status)
    {
        if (mapRun.IsOver)
        {
            return;
        }

        foreach (var child in mapRun.Running.Keys)
        {
            run.Do(new Command.StopChild(mapRun.Id, child));
        }

        run.Do(new Command.EndMapRun(mapRun.Id, status));
    }

    private static void StartRead(Run run, Branch branch, MapState state, MapRun mapRun, string text)
    {
        if (ItemReading.Read(run.Evaluation, state, mapRun.Input, text) is { } items)
        {
            StartChildren(run, branch, state, mapRun, items);
        }
        else
        {
            Fail(run, branch, mapRun, run.Evaluation.TakeFailure());
        }
    }

    private static void StartChildren(Run run, Branch branch, MapState state, MapRun mapRun, JsonArray items)
    {
        if (ChildInputs.Of(run, state, mapRun.Input, items) is { } children)
        {
            Advance(run, branch, state, mapRun with { Children = children });
        }
        else
        {
            Fail(run, branch, mapRun, run.Evaluation.TakeFailure());
        }
    }

    private static void ChildEnded(Run run, Branch branch, MapState state, MapRun mapRun, ExecutionEvent.ChildEnded ended)
    {
        mapRun = mapRun with { Running = mapRun.Running.Remove(ended.Index) };
        mapRun = ended.Status == ExecutionStatus.Succeeded
            ? mapRun with { Results = mapRun.Results.Add(ended.Index, ended.Output ?? JsonValue.Null) }
            : mapRun with { FailedItems = mapRun.FailedItems + mapRun.Children[ended.Index].ItemCount };
        if (mapRun.ExceedsTolerance)
        {
            Fail(run, branch, mapRun, new StateError(
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
            Succeed(run, branch, state, mapRun, results);
        }
        else if (run.Evaluation.Fill(writer.Parameters, mapRun.Input) is { } parameters)
        {
            mapRun = mapRun with { Writing = new Command.WriteResults(mapRun.Id, writer.Resource, parameters, results) };
            run.Do(mapRun.Writing);
            run.Keep(branch with { Activity = new Activity.InMapRun(mapRun) });
        }
        else
        {
            Fail(run, branch, mapRun, run.Evaluation.TakeFailure());
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
            Machine = new StateMachineDefinition(state.ExecutionType, state.Processor, timeoutSeconds: null),
            Type = state.ExecutionType,
            Start = run.Start with
            {
                Input = input,
                ExecutionName = name,
                ExecutionArn = ChildArn(run.Start, state, name),
                Seed = run.Evaluation.Random.Next(),
                Map = map,
            },
        };
    }

    private static void Succeed(Run run, Branch branch, MapState state, MapRun mapRun, JsonValue results)
    {
        CallBack(run, mapRun, ExecutionStatus.Succeeded);
        branch = run.Add(branch, HistoryEventType.MapRunSucceeded);
        run.Add(branch.Cursor, HistoryEventType.MapStateSucceeded);

        // So AWS numbers it: leaving follows MapRunSucceeded where the Map is the first state of all, else MapRunStarted.
        var previous = branch.EnteredId == FirstEnteredId ? branch.Cursor : mapRun.Id;
        run.Complete(branch with { Activity = Activity.Again, Cursor = previous }, state, results);
    }

    private static void Fail(Run run, Branch branch, MapRun mapRun, StateError error)
    {
        CallBack(run, mapRun, ExecutionStatus.Failed);
        branch = run.Add(branch, HistoryEventType.MapRunFailed, new FailureDetails(HistoryEventType.MapRunFailed, error.Name, error.Cause));
        run.Raise(branch with { Activity = new Activity.InMapRun(mapRun with { Running = mapRun.Running.Clear(), IsOver = true }) }, error);
    }

    private static string ArnOf(Run run, MapState state)
    {
        var label = state.Label ?? MathFunctions.UuidText(run.Evaluation.Random);
        return $"{Base(run.Start, "mapRun")}/{label}:{MathFunctions.UuidText(run.Evaluation.Random)}";
    }

    private static string ChildArn(ExecutionStart start, MapState state, string name) =>
        $"{Base(start, "execution")}/{state.Label ?? state.Name.Replace(' ', '_')}:{name}";

    private static string Base(ExecutionStart start, string kind) =>
        start.StateMachineArn.Replace(":stateMachine:", $":{kind}:", StringComparison.Ordinal);

    private static long MapRunIdOf(ExecutionEvent happened) => happened switch
    {
        ExecutionEvent.ItemsRead e => e.MapRunId,
        ExecutionEvent.ItemsReadFailed e => e.MapRunId,
        ExecutionEvent.ChildEnded e => e.MapRunId,
        ExecutionEvent.ResultsWritten e => e.MapRunId,
        ExecutionEvent.ResultsWriteFailed e => e.MapRunId,
        _ => throw new InvalidOperationException($"no such event: {happened.GetType().Name}"),
    };
}
