using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>
/// Moves stacks. An operation brings the resources to what the template says; one that fails is brought back the same way, with the
/// template that counted before:
/// <list type="table">
/// <item><term>create</term><description>converge; on failure delete what there is</description></item>
/// <item><term>update</term><description>converge, clean up; on failure converge to the version before, clean up</description></item>
/// <item><term>delete</term><description>delete what there is</description></item>
/// </list>
/// </summary>
internal static class StackEngine
{
    /// <summary>Begins an operation.</summary>
    internal static void Begin(StackContext context, StackOperation operation, string status, string? reason = "User Initiated")
    {
        context.Stack = context.Stack with { Operation = operation };
        StackLog.Stack(context, status, reason);
        Advance(context);
    }

    /// <summary>Does everything that can be done now.</summary>
    internal static void Advance(StackContext context)
    {
        while (context.Stack.Operation is { } operation)
        {
            var moved = operation.Phase is StackPhase.Converging or StackPhase.RollingBack ? Convergence.Advance(context) : Removal.Advance(context);
            if (!moved)
            {
                return;
            }
        }
    }

    /// <summary>A wake: a resource's turn has come, or (the key is the stack's alone) the time that its creation may take is over.</summary>
    internal static void Woken(Step step, string key)
    {
        if (key.Split('\n') is [var stackId, var slot])
        {
            var context = new StackContext(step, stackId);
            ResourceWork.Perform(context, slot);
            Advance(context);
        }
        else if (step.Table(CloudFormationState.Stacks).Get(key) is { Status: StackStatuses.CreateInProgress, Operation: not null })
        {
            var context = new StackContext(step, key);
            Fail(context, "Stack creation time exceeded the specified timeout. Rollback requested by user.");
            Advance(context);
        }
    }

    /// <summary>The way forward has failed: what was under way is cancelled, and the operation turns back or ends, as it was asked to.</summary>
    internal static void Fail(StackContext context, string reason)
    {
        ResourceWork.CancelAll(context);
        var operation = context.Operation;
        if (operation.Phase == StackPhase.RollingBack)
        {
            End(context, operation.Outcomes.Failed, reason);
        }
        else if (operation.Before is { } before)
        {
            FailUpdate(context, before, reason);
        }
        else
        {
            FailCreate(context, reason);
        }
    }

    /// <summary>The operation is over.</summary>
    internal static void End(StackContext context, string status, string? reason = null)
    {
        StackLog.Stack(context, status, reason);
        context.Step.CancelWake(CloudFormationState.Service, context.StackId);
        var isHalted = status is StackStatuses.UpdateFailed or StackStatuses.UpdateRollbackFailed;
        context.Stack = context.Stack with { Operation = null, Halted = isHalted ? context.Stack.Operation : null };
    }

    private static void FailCreate(StackContext context, string reason)
    {
        switch (context.Operation.OnFailure)
        {
            case "DO_NOTHING":
                End(context, context.Operation.Outcomes.Failed, reason);
                break;
            case "DELETE":
                Turn(context, StackPhase.Deleting, StackOutcomes.Delete, StackStatuses.DeleteInProgress, reason);
                break;
            default:
                Turn(context, StackPhase.Deleting, StackOutcomes.CreateRollback, StackStatuses.RollbackInProgress, reason);
                break;
        }
    }

    private static void FailUpdate(StackContext context, StackVersion before, string reason)
    {
        if (context.Operation.OnFailure == "DO_NOTHING")
        {
            Replacement.Abandon(context);
            End(context, context.Operation.Outcomes.Failed, reason);
            return;
        }

        context.Stack = context.Stack with { Version = before, Outputs = context.Operation.OutputsBefore };
        Turn(context, StackPhase.RollingBack, StackOutcomes.UpdateRollback, StackStatuses.UpdateRollbackInProgress, reason);
    }

    private static void Turn(StackContext context, StackPhase phase, StackOutcomes outcomes, string status, string reason)
    {
        context.ChangeOperation(operation => operation with { Phase = phase, Outcomes = outcomes, Failed = [] });
        StackLog.Stack(context, status, reason);
    }
}
