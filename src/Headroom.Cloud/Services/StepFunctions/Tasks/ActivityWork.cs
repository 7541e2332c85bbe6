using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.States.Execution;
using Headroom.Wire.Shapes.StepFunctions;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>A task that waits for a worker.</summary>
/// <param name="Task">The task.</param>
/// <param name="Token">What the worker reports it by.</param>
/// <param name="Input">JSON text.</param>
internal sealed record ActivityTask(TaskKey Task, string Token, string Input);

/// <summary>A worker that waits for a task.</summary>
internal sealed record WaitingWorker(string ActivityArn, string? WorkerName, string Ticket);

/// <summary>Brings tasks of activities and workers together, in the order in which they came.</summary>
internal static class ActivityWork
{
    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(60);

    /// <summary>A task wants a worker.</summary>
    public static void Offer(Step step, TaskKey key, Command.ScheduleTask task)
    {
        var offered = new ActivityTask(key, task.TaskToken!, task.Input.ToString());
        var activityArn = task.Resource.Arn;
        if (step.Table(StepFunctionsState.Workers).Page(activityArn + '\n', null, 1) is [{ Value: var worker } first])
        {
            step.Table(StepFunctionsState.Workers).Remove(first.Key);
            step.CancelWake(StepFunctionsService.Name, WakeKey.Worker(first.Key));
            Take(step, offered, worker.WorkerName);
            step.Answer(worker.Ticket, new Answer(Response(offered)));
            return;
        }

        step.Table(StepFunctionsState.ActivityTasks).Put(NextKey(step, activityArn), offered);
    }

    /// <summary>Nobody waits for the task any more.</summary>
    public static void Withdraw(Step step, TaskKey key)
    {
        foreach (var (place, offered) in step.Table(StepFunctionsState.ActivityTasks).Page("", null, int.MaxValue))
        {
            if (offered.Task == key)
            {
                step.Table(StepFunctionsState.ActivityTasks).Remove(place);
            }
        }
    }

    /// <summary>A worker wants a task: it gets one at once, or waits up to a minute and gets none.</summary>
    public static Outcome<GetActivityTaskResponse> Take(Step step, string activityArn, string? workerName)
    {
        if (step.Table(StepFunctionsState.ActivityTasks).Page(activityArn + '\n', null, 1) is [{ Value: var offered } first])
        {
            step.Table(StepFunctionsState.ActivityTasks).Remove(first.Key);
            Take(step, offered, workerName);
            return Response(offered);
        }

        var promise = step.Defer();
        step.Table(StepFunctionsState.Workers).Put($"{activityArn}\n{promise.Ticket}", new(activityArn, workerName, promise.Ticket));
        step.WakeAt(StepFunctionsService.Name, WakeKey.Worker($"{activityArn}\n{promise.Ticket}"), step.Now + LongPoll);
        return promise;
    }

    /// <summary>A worker has waited long enough.</summary>
    public static void GiveUp(Step step, string key)
    {
        if (step.Table(StepFunctionsState.Workers).Find(key) is { } worker)
        {
            step.Table(StepFunctionsState.Workers).Remove(key);
            step.Answer(worker.Ticket, new Answer(new GetActivityTaskResponse()));
        }
    }

    private static void Take(Step step, ActivityTask offered, string? workerName) =>
        ExecutionRunner.Apply(step, offered.Task.ExecutionArn, new ExecutionEvent.TaskStarted(offered.Task.TaskId, workerName));

    private static GetActivityTaskResponse Response(ActivityTask offered) => new() { TaskToken = offered.Token, Input = offered.Input };

    // Instants in ticks sort as text; the task's place keeps two of one instant apart.
    private static string NextKey(Step step, string activityArn) =>
        string.Create(CultureInfo.InvariantCulture, $"{activityArn}\n{step.Now.UtcTicks:D20}{step.Ids.NextHex(8)}");
}
