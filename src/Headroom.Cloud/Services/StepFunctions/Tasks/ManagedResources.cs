using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.StepFunctions.Tasks;

/// <summary>
/// What <c>.sync</c> tasks started and wait for. Where nobody waits any more (the execution ended, a sibling failed, the time is over),
/// Step Functions stops it, as the execution's role and as well as it can
/// (<see href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-sync">Run a job</see>).
/// </summary>
internal static class ManagedResources
{
    /// <summary>Stops what the task waits for, if it does. A role that may not is no error: then it goes on.</summary>
    public static void Abandon(Step step, TaskKey task)
    {
        var watched = step.Table(StepFunctionsState.Watched);
        foreach (var arn in watched.Page("", null, int.MaxValue).Where(one => one.Value == task).Select(one => one.Key))
        {
            watched.Remove(arn);
            Stop(step, task.ExecutionArn, arn);
        }
    }

    private static void Stop(Step step, string executionArn, string arn)
    {
        var execution = step.Table(StepFunctionsState.Executions).Get(executionArn);
        if (ExecutionRoles.Assume(step, execution.Revision.RoleArn, execution.StateMachineArn) is not { } role)
        {
            return;
        }

        var cause = $"The Task state in AWS Step Functions execution [{executionArn}] which was managing this resource was aborted";
        switch (arn.Split(':', 6))
        {
            case [_, _, "states", ..]:
                step.CallAs(role, "stepfunctions", "StopExecution", new() { ["executionArn"] = arn, ["cause"] = cause });
                break;
            case [_, _, "ecs", _, _, var task]:
                step.CallAs(role, "ecs", "StopTask", new() { ["cluster"] = task.Split('/')[1], ["task"] = arn, ["reason"] = cause });
                break;
            default:
                throw new InvalidOperationException($"Nothing waits for {arn}");
        }
    }
}
