using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.Executions;
using Headroom.States.Execution;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>
/// Reports of tasks by their tokens: SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat.
/// <list type="table">
/// <item><term>no such token</term><description>InvalidToken</description></item>
/// <item><term>the task has ended, timed out, or its execution has</term><description>TaskTimedOut</description></item>
/// <item><term>otherwise</term><description>the execution hears it</description></item>
/// </list>
/// </summary>
internal static class TaskReports
{
    /// <summary>Null where the report was heard.</summary>
    public static Refusal? Report(Step step, string token, Func<long, ExecutionEvent> report)
    {
        if (step.Table(StepFunctionsState.Tokens).Find(token) is not { } known)
        {
            return new("InvalidToken", "Invalid Token: 'Invalid token'");
        }

        if (known.Closed || TaskCalls.Find(step, known.Task) is null)
        {
            return new("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
        }

        // Whoever reports has the token from the call's receiver, so the call is answered, even if its answer is still on the way.
        TaskCalls.Deliver(step, known.Task);
        var happened = report(known.Task.TaskId);
        if (happened is ExecutionEvent.TaskHeartbeat)
        {
            ExecutionRunner.Apply(step, known.Task.ExecutionArn, happened);
        }
        else
        {
            TaskCalls.Report(step, known.Task, happened);
        }

        return null;
    }
}
