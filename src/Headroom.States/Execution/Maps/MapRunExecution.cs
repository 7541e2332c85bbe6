using Headroom.States.Definition;
using Headroom.States.History;
using Headroom.States.Json;

namespace Headroom.States.Execution.Maps;

/// <summary>Executes distributed Map states: a map run with a child execution for every item or batch.</summary>
internal static class MapRunExecution
{
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

        var arn = MapRunArns.OfMapRun(run, state);
        branch = run.Add(branch, HistoryEventType.MapRunStarted, new MapRunStartedDetails(arn));
        var mapRun = new MapRun
        {
            Id = branch.Cursor,
            Input = input,
            Concurrency = MapRun.ConcurrencyOf(concurrency),
            Tolerance = tolerance,
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
            MapRunChildren.Start(run, branch, state, mapRun, items);
        }
        else
        {
            run.Do(mapRun.Reading);
            run.Keep(branch);
        }
    }
}
