using Headroom.Cloud.Services.CloudFormation.Deployment;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>How operations on stacks begin.</summary>
internal static class StackStarts
{
    /// <summary>The stack's record is there, with the version it is to be.</summary>
    internal static void Create(StackContext context, string onFailure, string? clientRequestToken, bool atOnce = false)
    {
        if (context.Stack.TimeoutInMinutes is { } minutes)
        {
            context.Step.WakeAt(CloudFormationState.Service, context.StackId, context.Step.Now.AddMinutes(minutes));
        }

        var operation = New(context, StackPhase.Converging, StackOutcomes.Create, context.Stack.RoleArn, clientRequestToken);
        StackEngine.Begin(context, operation with { OnFailure = onFailure, AtOnce = atOnce }, StackStatuses.CreateInProgress);
    }

    internal static void Update(StackContext context, StackVersion version, string? roleArn, string onFailure, string? clientRequestToken)
    {
        var stack = context.Stack;
        var operation = New(context, StackPhase.Converging, StackOutcomes.Update, roleArn ?? stack.RoleArn, clientRequestToken) with
        {
            Before = stack.Halted?.Before ?? stack.Version,
            OutputsBefore = stack.Halted?.OutputsBefore ?? stack.Outputs,
            Over = stack.Halted is { } halted ? [.. halted.Over, halted.Id] : [],
            OnFailure = onFailure,
        };
        context.Stack = stack with
        {
            Version = version,
            RoleArn = roleArn ?? stack.RoleArn,
            LastUpdatedTime = context.Step.Now,
            Imports = [],
        };
        StackEngine.Begin(context, operation, StackStatuses.UpdateInProgress);
    }

    /// <summary>Back to what was before the update that failed; to nothing where the creation failed.</summary>
    internal static void RollBack(StackContext context, RollbackStackRequest request)
    {
        var stack = context.Stack;
        if (stack.Halted is { Before: { } before } halted)
        {
            context.Stack = stack with { Version = before, Outputs = halted.OutputsBefore };
            var rollback = Again(context, halted, request.RoleARN, request.ClientRequestToken) with
            {
                Phase = StackPhase.RollingBack,
                Outcomes = StackOutcomes.UpdateRollback,
                RetainExceptOnCreate = request.RetainExceptOnCreate == true,
            };
            StackEngine.Begin(context, rollback, StackStatuses.UpdateRollbackInProgress);
        }
        else
        {
            var rollback = New(context, StackPhase.Deleting, StackOutcomes.CreateRollback, request.RoleARN ?? stack.RoleArn, request.ClientRequestToken);
            StackEngine.Begin(context, rollback with { RetainExceptOnCreate = request.RetainExceptOnCreate == true }, StackStatuses.RollbackInProgress);
        }
    }

    /// <summary>Goes on with a rollback that failed; what is skipped counts as rolled back.</summary>
    internal static void ContinueRollback(StackContext context, StackOperation halted, ContinueUpdateRollbackRequest request)
    {
        foreach (var name in request.ResourcesToSkip ?? [])
        {
            ResourceWork.Restored(context, context.Find(name)! with { Attempted = null }, halted);
        }

        StackEngine.Begin(context, Again(context, halted, request.RoleARN, request.ClientRequestToken), StackStatuses.UpdateRollbackInProgress);
    }

    internal static void Delete(StackContext context, DeleteStackRequest request)
    {
        var stack = context.Stack;
        if (stack.Status == StackStatuses.ReviewInProgress)
        {
            context.Stack = stack with { DeletionTime = context.Step.Now };
            StackEngine.End(context, StackStatuses.DeleteComplete);
            return;
        }

        try
        {
            StackOutputs.CheckUse(context, stack.Outputs, "deleted");
        }
        catch (TemplateException problem)
        {
            StackEngine.End(context, "DELETE_FAILED", problem.Message);
            return;
        }

        if (stack.Operation is not null)
        {
            ResourceWork.CancelAll(context);
        }

        var operation = New(context, StackPhase.Deleting, StackOutcomes.Delete, request.RoleARN ?? stack.RoleArn, request.ClientRequestToken);
        StackEngine.Begin(context, operation with { RetainResources = request.RetainResources ?? [] }, StackStatuses.DeleteInProgress);
    }

    private static StackOperation Again(StackContext context, StackOperation halted, string? roleArn, string? token) => halted with
    {
        Caller = context.Step.Caller.Principal,
        Failed = [],
        RoleArn = roleArn ?? context.Stack.RoleArn,
        ClientRequestToken = token,
    };

    private static StackOperation New(StackContext context, StackPhase phase, StackOutcomes outcomes, string? roleArn, string? token) =>
        new(context.Step.Ids.NextUuid(), context.Step.Caller.Principal)
        {
            Phase = phase,
            Outcomes = outcomes,
            RoleArn = roleArn,
            ClientRequestToken = token,
        };
}
