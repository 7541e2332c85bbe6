using Headroom.States.Data;
using Headroom.States.Definition;

namespace Headroom.States.Execution.Maps;

/// <summary>What is reported of map runs: items read, children ended, results written.</summary>
internal static class MapRunReports
{
    /// <summary>Something was reported of a map run; false where nobody waits for it.</summary>
    public static bool Take(Run run, ExecutionEvent happened)
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
                MapRunEnd.Fail(run, branch, mapRun with { Reading = null }, new StateError(StateError.ItemReaderFailed, failed.Cause));
                return true;
            case ExecutionEvent.MapRunUpdated updated when !mapRun.IsOver:
                MapRunChildren.Updated(run, branch, state, mapRun, updated);
                return true;
            case ExecutionEvent.ChildEnded ended when mapRun.Running.ContainsKey(ended.Index):
                MapRunChildren.Ended(run, branch, state, mapRun, ended);
                return true;
            case ExecutionEvent.ResultsWritten written when mapRun.Writing is not null:
                MapRunEnd.Succeed(run, branch, state, mapRun with { Writing = null }, written.Output);
                return true;
            case ExecutionEvent.ResultsWriteFailed failed when mapRun.Writing is not null:
                MapRunEnd.Fail(run, branch, mapRun with { Writing = null }, new StateError(StateError.ResultWriterFailed, failed.Cause));
                return true;
            default:
                return false;
        }
    }

    private static void StartRead(Run run, Branch branch, MapState state, MapRun mapRun, string text)
    {
        if (ItemReading.Read(run.Evaluation, state, mapRun.Input, text) is { } items)
        {
            MapRunChildren.Start(run, branch, state, mapRun, items);
        }
        else
        {
            MapRunEnd.Fail(run, branch, mapRun, run.Evaluation.TakeFailure());
        }
    }

    private static long MapRunIdOf(ExecutionEvent happened) => happened switch
    {
        ExecutionEvent.ItemsRead e => e.MapRunId,
        ExecutionEvent.ItemsReadFailed e => e.MapRunId,
        ExecutionEvent.MapRunUpdated e => e.MapRunId,
        ExecutionEvent.ChildEnded e => e.MapRunId,
        ExecutionEvent.ResultsWritten e => e.MapRunId,
        ExecutionEvent.ResultsWriteFailed e => e.MapRunId,
        _ => throw new InvalidOperationException($"no such event: {happened.GetType().Name}"),
    };
}
