using Headroom.States.Data;
using Headroom.States.Definition;
using Headroom.States.History;
using Headroom.States.Json;

namespace Headroom.States.Execution.States;

/// <summary>Executes Task states: schedules the task, keeps its time, and takes what is reported of it.</summary>
internal static class TaskExecution
{
    /// <summary>The member of Credentials.</summary>
    private const string RoleArn = "RoleArn";

    public static void Execute(Run run, Branch branch, TaskState state)
    {
        var token = state.Resource.Pattern is TaskPattern.RequestResponse or TaskPattern.LambdaFunction ? null : TaskTokens.Next(run.Evaluation.Random);
        run.Scope.TaskToken = token;
        if (run.Evaluation.Select(state.InputPath, branch.Input) is not { } selected
            || run.Evaluation.Fill(state.Parameters, selected) is not { } input
            || run.Evaluation.Duration(state.Timeout, selected) is not { } timeout
            || run.Evaluation.Duration(state.Heartbeat, selected) is not { } heartbeat
            || run.Evaluation.Fill(state.Credentials, state.Credentials is null ? JsonValue.Null : selected) is not { } credentials)
        {
            run.Fail(branch, run.Evaluation.TakeFailure());
            return;
        }

        if (StateErrors.Oversize(input, state.Name) is { } oversize)
        {
            run.Fail(branch, oversize);
            return;
        }

        if (StateErrors.Unusable(input, state.Resource, run.Machine.ParameterCheck) is { } unusable)
        {
            run.Fail(branch, unusable);
            return;
        }

        var task = new Command.ScheduleTask
        {
            TaskId = run.LastEventId + 1,
            StateName = state.Name,
            Resource = state.Resource,
            Input = input,
            Region = run.Start.Region,
            TaskToken = token,
            RoleArn = ((credentials as JsonObject)?[RoleArn] as JsonString)?.Value,
            TimeoutInSeconds = timeout > 0 ? timeout : null,
            HeartbeatInSeconds = heartbeat > 0 ? heartbeat : null,
        };
        branch = run.Add(branch, TaskHistory.Scheduled(state.Resource), TaskHistory.ScheduledDetails(task, credentials));
        run.Do(task);
        var isWorker = state.Resource.Pattern == TaskPattern.Activity;
        run.Keep(branch with
        {
            Activity = new Activity.Working(
                task, Timer(run, task.TimeoutInSeconds), isWorker ? null : Timer(run, task.HeartbeatInSeconds)),
        });
    }

    /// <summary>Something was reported of the task.</summary>
    public static void Report(Run run, Branch branch, Activity.Working working, ExecutionEvent happened)
    {
        var resource = working.Task.Resource;
        switch (happened)
        {
            case ExecutionEvent.TaskStarted started:
                run.Keep(Beat(run, run.Add(branch, TaskHistory.Started(resource), TaskHistory.StartedDetails(resource, started.WorkerName)), working));
                break;
            case ExecutionEvent.TaskHeartbeat:
                run.Keep(Beat(run, branch, working));
                break;
            case ExecutionEvent.TaskSubmitted submitted:
                branch = run.Add(branch, HistoryEventType.TaskSubmitted, TaskHistory.Output(HistoryEventType.TaskSubmitted, resource, submitted.Output));
                run.Keep(Beat(run, branch, working));
                break;
            case ExecutionEvent.TaskSucceeded succeeded:
                Succeed(run, branch, working, succeeded.Output);
                break;
            case ExecutionEvent.TaskFailed failed:
                Fail(run, branch, working, TaskHistory.Failed(resource), new StateError(failed.Error, failed.Cause));
                break;
            case ExecutionEvent.TaskScheduleFailed failed:
                Fail(run, branch, working, TaskHistory.ScheduleFailed(resource), new StateError(failed.Error, failed.Cause));
                break;
            case ExecutionEvent.TaskStartFailed failed:
                Fail(run, branch, working, TaskHistory.StartFailed(resource), new StateError(failed.Error, failed.Cause));
                break;
            default:
                throw new InvalidOperationException($"{happened.GetType().Name} says nothing of a task");
        }
    }

    /// <summary>The task's time is over, or no heartbeat came in time.</summary>
    public static void TimeOut(Run run, Branch branch, Activity.Working working, int timerId)
    {
        var error = new StateError(StateError.Timeout, null) { IsHeartbeat = working.Heartbeat?.TimerId == timerId };
        run.Do(new Command.CancelTask(working.Task.TaskId));
        Fail(run, branch, working, TaskHistory.TimedOut(working.Task.Resource), error);
    }

    public static void CancelTimers(Run run, Activity.Working working)
    {
        foreach (var timer in new[] { working.Timeout, working.Heartbeat }.OfType<Command.StartTimer>())
        {
            run.Do(new Command.CancelTimer(timer.TimerId));
        }
    }

    private static Command.StartTimer? Timer(Run run, long? seconds) => seconds is null ? null : run.StartTimer(run.Now.AddSeconds(seconds.Value));

    /// <summary>The heartbeat's time starts again; that of an activity starts when a worker takes the task.</summary>
    private static Branch Beat(Run run, Branch branch, Activity.Working working)
    {
        if (working.Heartbeat is { } heartbeat)
        {
            run.Do(new Command.CancelTimer(heartbeat.TimerId));
        }

        return branch with { Activity = working with { Heartbeat = Timer(run, working.Task.HeartbeatInSeconds) } };
    }

    private static void Succeed(Run run, Branch branch, Activity.Working working, JsonValue output)
    {
        var name = working.Task.Resource.ResourceType is { Length: > 0 } service ? service : working.Task.Resource.Arn;
        if (StateErrors.Oversize(output, name) is { } oversize)
        {
            Fail(run, branch, working, TaskHistory.Failed(working.Task.Resource), oversize);
            return;
        }

        CancelTimers(run, working);
        branch = branch with { Activity = Activity.Again };
        var type = TaskHistory.Succeeded(working.Task.Resource);
        branch = run.Add(branch, type, TaskHistory.Output(type, working.Task.Resource, output));
        run.Complete(branch, (TaskState)branch.State, output);
    }

    private static void Fail(Run run, Branch branch, Activity.Working working, HistoryEventType type, StateError error)
    {
        CancelTimers(run, working);
        branch = run.Add(branch, type, TaskHistory.Failure(type, working.Task.Resource, error));
        run.Raise(branch with { Activity = Activity.Again }, error with { IsOfTask = true });
    }
}
