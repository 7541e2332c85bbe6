using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Deployment;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>Taking back what failed and was left as it is.</summary>
internal static partial class CloudFormationOperations
{
    internal static Outcome<RollbackStackResponse> RollbackStack(Step step, RollbackStackRequest request)
    {
        if (Stacks.Find(step, request.StackName) is not { IsDeleted: false } stack)
        {
            return Missing(request.StackName);
        }

        if (stack.Status is not (StackStatuses.CreateFailed or StackStatuses.UpdateFailed))
        {
            return new Refusal("ValidationError", $"Stack:{stack.StackId} is in {stack.Status} state and can not be rolled back.");
        }

        if (DenyRole(step, request.RoleARN) is { } denied)
        {
            return denied;
        }

        StackStarts.RollBack(new(step, stack.StackId), request);
        return new RollbackStackResponse { StackId = stack.StackId };
    }

    internal static Outcome<ContinueUpdateRollbackResponse> ContinueUpdateRollback(Step step, ContinueUpdateRollbackRequest request)
    {
        if (Stacks.Find(step, request.StackName) is not { IsDeleted: false } stack)
        {
            return Missing(request.StackName);
        }

        if (stack is not { Status: StackStatuses.UpdateRollbackFailed, Halted: { } halted })
        {
            return new Refusal("ValidationError", $"Stack:{stack.StackId} is in {stack.Status} state and can not continue its rollback.");
        }

        var context = new StackContext(step, stack.StackId);
        if (request.ResourcesToSkip?.FirstOrDefault(name => context.Find(name)?.Status != "UPDATE_FAILED") is { } whole)
        {
            return new Refusal("ValidationError", $"The resource {whole} cannot be skipped: it is not in the UPDATE_FAILED state.");
        }

        if (DenyRole(step, request.RoleARN) is { } denied)
        {
            return denied;
        }

        StackStarts.ContinueRollback(context, halted, request);
        return new ContinueUpdateRollbackResponse();
    }
}
