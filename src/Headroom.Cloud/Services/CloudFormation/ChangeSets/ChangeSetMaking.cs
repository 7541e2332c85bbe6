using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Deployment;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation.ChangeSets;

/// <summary>Makes and executes change sets.</summary>
internal static class ChangeSetMaking
{
    private const string NoChanges = "The submitted information didn't contain changes. Submit different information to create a change set.";

    internal static CreateChangeSetResponse Make(Step step, string stackId, CreateChangeSetRequest request, StackVersion target)
    {
        var (changes, problem) = Plan(step, stackId, target);
        var changeSet = new ChangeSetRecord(
            step.Settings.Arn("cloudformation", $"changeSet/{request.ChangeSetName}/{step.Ids.NextUuid()}"), request.ChangeSetName, stackId, step.Now, target)
        {
            Status = problem is null ? "CREATE_COMPLETE" : "FAILED",
            StatusReason = problem,
            ExecutionStatus = problem is null ? "AVAILABLE" : "UNAVAILABLE",
            Description = request.Description,
            RoleArn = request.RoleARN,
            OnStackFailure = request.OnStackFailure,
            IncludeNestedStacks = request.IncludeNestedStacks == true,
            ImportExistingResources = request.ImportExistingResources == true,
            DeploymentMode = request.DeploymentMode,
            Changes = changes,
        };
        step.Table(CloudFormationState.ChangeSets).Put(changeSet.ChangeSetId, changeSet);
        return new() { Id = changeSet.ChangeSetId, StackId = stackId };
    }

    /// <summary>The stack becomes what the change set says; its other change sets are void with that.</summary>
    internal static void Execute(StackContext context, ChangeSetRecord changeSet, ExecuteChangeSetRequest request)
    {
        var step = context.Step;
        foreach (var other in ChangeSetLookup.Of(step, context.StackId).Where(other => other.ChangeSetId != changeSet.ChangeSetId))
        {
            step.Table(CloudFormationState.ChangeSets).Remove(other.ChangeSetId);
        }

        step.Table(CloudFormationState.ChangeSets).Put(changeSet.ChangeSetId, changeSet with { ExecutionStatus = "EXECUTE_COMPLETE" });
        var isNew = context.Stack.Status == StackStatuses.ReviewInProgress;
        var onFailure = request.DisableRollback == true ? "DO_NOTHING" : isNew ? changeSet.OnStackFailure ?? "ROLLBACK" : "ROLLBACK";
        context.Stack = context.Stack with { ChangeSetId = changeSet.ChangeSetId, DisableRollback = request.DisableRollback == true };
        if (isNew)
        {
            context.Stack = context.Stack with { Version = changeSet.Target, RoleArn = changeSet.RoleArn };
            StackStarts.Create(context, onFailure, request.ClientRequestToken);
        }
        else
        {
            StackStarts.Update(context, changeSet.Target, changeSet.RoleArn, onFailure, request.ClientRequestToken);
        }
    }

    private static (IReadOnlyList<Change> Changes, string? Problem) Plan(Step step, string stackId, StackVersion target)
    {
        var context = new StackContext(step, stackId);
        if (StackVersions.AreSame(step, target, context.Stack.Version))
        {
            return ([], NoChanges);
        }

        try
        {
            return (ChangePlan.Of(context, target), null);
        }
        catch (TemplateException problem)
        {
            return ([], problem.Message);
        }
    }
}
