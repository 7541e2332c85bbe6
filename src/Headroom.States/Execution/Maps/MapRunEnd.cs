using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.History;
using Headroom.States.Json;

namespace Headroom.States.Execution.Maps;

/// <summary>How a map run ends.</summary>
internal static class MapRunEnd
{
    /// <summary>The id of the event with which an execution's first state is entered.</summary>
    private const long FirstEnteredId = 2;

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

    public static void Succeed(Run run, Branch branch, MapState state, MapRun mapRun, JsonValue results)
    {
        CallBack(run, mapRun, ExecutionStatus.Succeeded);
        branch = run.Add(branch, HistoryEventType.MapRunSucceeded);
        var succeeded = run.Add(branch.Cursor, HistoryEventType.MapStateSucceeded);

        // So AWS numbers it: leaving follows MapRunSucceeded where the Map is the first state of all, else MapRunStarted.
        var previous = branch.EnteredId == FirstEnteredId ? branch.Cursor : mapRun.Id;
        run.Complete(branch with { Activity = Activity.Again, Cursor = succeeded }, state, results, left: previous);
    }

    public static void Fail(Run run, Branch branch, MapRun mapRun, StateError error)
    {
        CallBack(run, mapRun, ExecutionStatus.Failed);
        branch = run.Add(branch, HistoryEventType.MapRunFailed, new FailureDetails(HistoryEventType.MapRunFailed, error.Name, error.Cause));
        run.Raise(branch with { Activity = new Activity.InMapRun(mapRun with { Running = mapRun.Running.Clear(), IsOver = true }) }, error);
    }
}
