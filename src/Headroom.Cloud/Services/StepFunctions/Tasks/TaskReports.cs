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
    private static readonly Refusal Late = new("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

    /// <summary>Why a report with this token would not be heard; null where it would.</summary>
    public static Refusal? Refuse(Step step, string token) => step.Table(StepFunctionsState.Tokens).Find(token) switch
    {
        null => new("InvalidToken", "Invalid Token: 'Invalid token'"),
        { Closed: true } => Late,
        var known when TaskCalls.Find(step, known.Task) is null => Late,
        _ => null,
    };

    /// <summary>Null where the report was heard.</summary>
    public static Refusal? Report(Step step, string token, Func<long, ExecutionEvent> report)
    {
        if (Refuse(step, token) is { } refusal)
        {
            return refusal;
        }

        // Whoever reports has the token from the call's receiver, so the call is answered, even if its answer is still on the way.
        var task = step.Table(StepFunctionsState.Tokens).Get(token).Task;
        TaskCalls.Deliver(step, task);
        var happened = report(task.TaskId);
        if (happened is ExecutionEvent.TaskHeartbeat)
        {
            ExecutionRunner.Apply(step, task.ExecutionArn, happened);
        }
        else
        {
            TaskCalls.Report(step, task, happened);
        }

        return null;
    }
}
