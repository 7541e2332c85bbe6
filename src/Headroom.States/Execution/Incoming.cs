using Headroom.States.Data;
using Headroom.States.Execution.Maps;
using Headroom.States.Execution.States;
using Headroom.States.History;

namespace Headroom.States.Execution;

/// <summary>Gives an event to whoever in the execution waits for it.</summary>
internal static class Incoming
{
    /// <summary>False where nobody waits for it.</summary>
    public static bool Take(Run run, ExecutionEvent happened) => happened switch
    {
        ExecutionEvent.Redriven => Redrive(run),
        _ when run.HasEnded => false,
        ExecutionEvent.Stopped stopped => Stop(run, stopped),
        ExecutionEvent.TimerFired fired => run.IsTimeout(fired.TimerId) ? TimeOut(run) : run.IsYield(fired.TimerId) ? Resume(run) : Fire(run, fired.TimerId),
        ExecutionEvent.ItemsRead or ExecutionEvent.ItemsReadFailed or ExecutionEvent.MapRunUpdated or ExecutionEvent.ChildEnded
            or ExecutionEvent.ResultsWritten or ExecutionEvent.ResultsWriteFailed => MapRunReports.Take(run, happened),
        _ => ReportTask(run, happened),
    };

    private static bool Stop(Run run, ExecutionEvent.Stopped stopped)
    {
        var details = new FailureDetails(HistoryEventType.ExecutionAborted, stopped.Error, stopped.Cause);
        run.Add(0, HistoryEventType.ExecutionAborted, details);
        run.EndExecution(ExecutionStatus.Aborted, null, new StateError(stopped.Error, stopped.Cause));
        return true;
    }

    private static bool TimeOut(Run run)
    {
        run.Add(0, HistoryEventType.ExecutionTimedOut, new FailureDetails(HistoryEventType.ExecutionTimedOut, StateError.Timeout, null));
        run.EndExecution(ExecutionStatus.TimedOut, null, null);
        return true;
    }

    private static bool Resume(Run run)
    {
        run.Resume();
        return true;
    }

    private static bool Redrive(Run run)
    {
        if (!run.CanRedrive)
        {
            return false;
        }

        run.Redrive();
        return true;
    }

    private static bool Fire(Run run, int timerId)
    {
        var branch = run.Branches.FirstOrDefault(b => b.Activity switch
        {
            Activity.Delaying delaying => delaying.TimerId == timerId,
            Activity.Working working => working.Timeout?.TimerId == timerId || working.Heartbeat?.TimerId == timerId,
            _ => false,
        });
        switch (branch?.Activity)
        {
            case null:
                return false;
            case Activity.Working working:
                run.Scope.Enter(branch);
                TaskExecution.TimeOut(run, branch, working, timerId);
                return true;
            case Activity.Delaying { IsRetry: true }:
                run.Continue(branch with { Activity = Activity.Again });
                return true;
            default:
                run.Scope.Enter(branch);
                WaitExecution.Elapsed(run, branch);
                return true;
        }
    }

    private static bool ReportTask(Run run, ExecutionEvent happened)
    {
        var branch = run.Branches.FirstOrDefault(b => b.Activity is Activity.Working working && working.Task.TaskId == TaskIdOf(happened));
        if (branch?.Activity is not Activity.Working working)
        {
            return false;
        }

        run.Scope.Enter(branch);
        TaskExecution.Report(run, branch, working, happened);
        return true;
    }

    private static long TaskIdOf(ExecutionEvent happened) => happened switch
    {
        ExecutionEvent.TaskScheduleFailed e => e.TaskId,
        ExecutionEvent.TaskStarted e => e.TaskId,
        ExecutionEvent.TaskStartFailed e => e.TaskId,
        ExecutionEvent.TaskSubmitted e => e.TaskId,
        ExecutionEvent.TaskSucceeded e => e.TaskId,
        ExecutionEvent.TaskFailed e => e.TaskId,
        ExecutionEvent.TaskHeartbeat e => e.TaskId,
        _ => throw new InvalidOperationException($"no such event: {happened.GetType().Name}"),
    };
}
