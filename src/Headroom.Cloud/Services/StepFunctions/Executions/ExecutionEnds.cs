using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.StepFunctions.MapRuns;
using Headroom.Cloud.Services.StepFunctions.Tasks;
using Headroom.States.Execution;

namespace Headroom.Cloud.Services.StepFunctions.Executions;

/// <summary>The end of an execution, and who hears of it: EventBridge, the client that waits, the task or map run it belongs to.</summary>
internal static class ExecutionEnds
{
    private static readonly TimeSpan ExpressMemory = TimeSpan.FromMinutes(5);

    public static void End(Step step, Execution execution, Command.EndExecution end)
    {
        var ended = execution with
        {
            Status = end.Status.Wire(),
            StoppedAt = Milliseconds.Of(step.Now),
            Output = end.Output?.ToString(),
            Error = end.Error,
            Cause = end.Cause,
        };
        step.Table(StepFunctionsState.Executions).Put(ended.Arn, ended);
        step.Table(StepFunctionsState.Running).Remove(ended.Arn);
        Announce(step, ended);
        StepFunctionsMetrics.Ended(step, ended);
        if (ended.SyncTicket is { } ticket)
        {
            step.Answer(ticket, new Answer(ExecutionDescriptions.OfSync(ended)));
        }

        ExecutionWatchers.Tell(step, ended);
        if (ended.Child is { } child)
        {
            MapRunDynamics.ChildEnded(step, child, end);
        }
        else if (ended.Type == StateMachineTypes.Express)
        {
            step.WakeAt(StepFunctionsService.Name, WakeKey.Forget(ended.Arn), step.Now + ExpressMemory);
        }
    }

    /// <summary>AWS keeps no history of express executions at all.</summary>
    public static void Forget(Step step, string executionArn)
    {
        foreach (var (key, _) in step.Table(StepFunctionsState.Events).Page(IncomingEvent.Prefix(executionArn), null, int.MaxValue))
        {
            step.Table(StepFunctionsState.Events).Remove(key);
        }

        step.Table(StepFunctionsState.Executions).Remove(executionArn);
    }

    /// <summary>The EventBridge event of an execution's status. Express executions and children of a distributed Map have none.</summary>
    public static void Announce(Step step, Execution execution)
    {
        if (execution is { Type: StateMachineTypes.Standard, Child: null })
        {
            StepFunctionsEvents.StatusChanged(step, execution);
        }
    }
}
