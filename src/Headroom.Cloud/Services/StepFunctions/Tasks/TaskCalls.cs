using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;
using Headroom.States.Definition;
using Headroom.States.Execution;
using Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>
/// The way of a task: scheduled → (a moment) → called → (the service's time) → answered → delivered. A function answers when it is
/// done; an activity's worker takes the task; <c>.sync</c> and <c>.waitForTaskToken</c> wait on after the delivery.
/// </summary>
internal static class TaskCalls
{
    private const int DispatchMilliseconds = 10;
    private const int FastestAnswerMilliseconds = 20;
    private const int AnswerSpreadMilliseconds = 60;

    public static void Schedule(Step step, Execution execution, Command.ScheduleTask task)
    {
        var key = new TaskKey(execution.Arn, task.TaskId);
        if (task.TaskToken is { } token)
        {
            step.Table(StepFunctionsState.Tokens).Put(token, new(key, Closed: false));
        }

        if (task.Resource.Pattern == TaskPattern.Activity)
        {
            ActivityWork.Offer(step, key, task);
            return;
        }

        step.Table(StepFunctionsState.Tasks).Put(key.InTable, new(key, TaskPhase.Scheduled));
        step.WakeAt(StepFunctionsService.Name, WakeKey.Call(key), step.Now.AddMilliseconds(DispatchMilliseconds));
    }

    /// <summary>Nobody waits for the task any more. A call under way goes on, as on AWS; its answer is not heard. What <c>.sync</c> waited for is stopped.</summary>
    public static void Cancel(Step step, TaskKey key)
    {
        if (Find(step, key)?.TaskToken is { } token)
        {
            step.Table(StepFunctionsState.Tokens).Put(token, new(key, Closed: true));
        }

        Forget(step, key);
        ActivityWork.Withdraw(step, key);
        ManagedResources.Abandon(step, key);
    }

    /// <summary>Makes the call.</summary>
    public static void Make(Step step, TaskKey key)
    {
        ExecutionRunner.Apply(step, key.ExecutionArn, new ExecutionEvent.TaskStarted(key.TaskId));
        MakeAgain(step, key);
    }

    /// <summary>Makes the call of a task that is started already.</summary>
    public static void MakeAgain(Step step, TaskKey key)
    {
        if (Find(step, key) is not { } task)
        {
            return;
        }

        step.Table(StepFunctionsState.Tasks).Put(key.InTable, new(key, TaskPhase.Called));
        var execution = step.Table(StepFunctionsState.Executions).Get(key.ExecutionArn);
        switch (TaskIntegrations.Call(step, TaskCaller.Of(execution), task))
        {
            case TaskReply.Later later:
                step.AnswerTo(later.Ticket, StepFunctionsService.Name, key.InTable);
                break;
            case TaskReply.Now now:
                step.Table(StepFunctionsState.Tasks).Put(key.InTable, new(key, TaskPhase.Answered, now.Answer));
                var latency = FastestAnswerMilliseconds + step.Ids.NextInt(AnswerSpreadMilliseconds);
                step.WakeAt(StepFunctionsService.Name, WakeKey.Answer(key), step.Now.AddMilliseconds(latency));
                break;
            case var other:
                throw new InvalidOperationException($"A reply of an unknown kind: {other.GetType().Name}");
        }
    }

    /// <summary>A call that was answered later is answered.</summary>
    public static void Answered(Step step, TaskKey key, Outcome<Answer> outcome)
    {
        if (Find(step, key) is { } task && step.Table(StepFunctionsState.Tasks).Find(key.InTable) is { Phase: TaskPhase.Called } pending)
        {
            step.Table(StepFunctionsState.Tasks).Put(
                key.InTable, pending with { Phase = TaskPhase.Answered, Answer = TaskIntegrations.Read(step, task, outcome) });
            Deliver(step, key);
        }
    }

    /// <summary>The answer reaches the execution.</summary>
    public static void Deliver(Step step, TaskKey key)
    {
        if (step.Table(StepFunctionsState.Tasks).Find(key.InTable) is not { Answer: { } answer } pending || Find(step, key) is not { } task)
        {
            return;
        }

        if (answer.Output is null || pending.Phase == TaskPhase.Ended || task.Resource.Pattern is TaskPattern.RequestResponse or TaskPattern.LambdaFunction)
        {
            Report(step, key, Event(key, answer));
            return;
        }

        step.CancelWake(StepFunctionsService.Name, WakeKey.Answer(key));
        step.Table(StepFunctionsState.Tasks).Put(key.InTable, new(key, TaskPhase.Submitted));
        ExecutionRunner.Apply(step, key.ExecutionArn, new ExecutionEvent.TaskSubmitted(key.TaskId, answer.Output));
        if (task.Resource.Pattern == TaskPattern.Sync)
        {
            Watch(step, key, task.Resource, answer.Output);
        }
    }

    /// <summary>The task is done or failed: the execution hears it, and nothing of the task is left.</summary>
    public static void Report(Step step, TaskKey key, ExecutionEvent end)
    {
        if (Find(step, key)?.TaskToken is { } token)
        {
            step.Table(StepFunctionsState.Tokens).Put(token, new(key, Closed: true));
        }

        Forget(step, key);
        ExecutionRunner.Apply(step, key.ExecutionArn, end);
    }

    /// <summary>The event that an answer is.</summary>
    public static ExecutionEvent Event(TaskKey key, TaskAnswer answer) => answer.Output is { } output
        ? new ExecutionEvent.TaskSucceeded(key.TaskId, output)
        : new ExecutionEvent.TaskFailed(key.TaskId, answer.Error, answer.Cause);

    /// <summary>The task as the interpreter wants it done; null where nobody waits for it.</summary>
    public static Command.ScheduleTask? Find(Step step, TaskKey key) =>
        step.Table(StepFunctionsState.Executions).Find(key.ExecutionArn) is { Status: Execution.Running } execution
            ? ExecutionRunner.Find(step, execution).State.Task(key.TaskId)
            : null;

    private static void Watch(Step step, TaskKey key, TaskResource resource, JsonValue submitted)
    {
        switch (resource.Service, resource.Action)
        {
            case ("states", "startExecution"):
                ExecutionWatchers.Watch(step, key, submitted);
                break;
            case ("ecs", "runTask"):
                EcsTaskWatchers.Watch(step, key, submitted);
                break;
            default:
                Report(step, key, Event(key, TaskAnswer.Failed("States.Runtime", $"The embedded cloud does not wait for {resource.Arn}.")));
                break;
        }
    }

    private static void Forget(Step step, TaskKey key)
    {
        switch (step.Table(StepFunctionsState.Tasks).Find(key.InTable)?.Phase)
        {
            case TaskPhase.Scheduled:
                step.CancelWake(StepFunctionsService.Name, WakeKey.Call(key));
                break;
            case TaskPhase.Answered or TaskPhase.Ended:
                step.CancelWake(StepFunctionsService.Name, WakeKey.Answer(key));
                break;
        }

        step.Table(StepFunctionsState.Tasks).Remove(key.InTable);
    }
}
