using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation.ChangeSets;

/// <summary>Change sets as the API shows them.</summary>
internal static class ChangeSetForm
{
    internal static DescribeChangeSetResponse Of(Step step, ChangeSetRecord changeSet, bool includeValues) => new()
    {
        ChangeSetId = changeSet.ChangeSetId,
        ChangeSetName = changeSet.Name,
        StackId = changeSet.StackId,
        StackName = StackName(step, changeSet),
        Description = changeSet.Description,
        Parameters = StackForm.Parameters(step, changeSet.Target),
        CreationTime = changeSet.CreationTime,
        ExecutionStatus = changeSet.ExecutionStatus,
        Status = changeSet.Status,
        StatusReason = changeSet.StatusReason,
        NotificationARNs = changeSet.Target.NotificationArns,
        RollbackConfiguration = new(),
        Capabilities = changeSet.Target.Capabilities,
        Tags = changeSet.Target.Tags,
        Changes = includeValues ? changeSet.Changes : changeSet.Changes.Select(WithoutValues).ToList(),
        IncludeNestedStacks = changeSet.IncludeNestedStacks,
        OnStackFailure = changeSet.OnStackFailure,
        ImportExistingResources = changeSet.ImportExistingResources,
        DeploymentMode = changeSet.DeploymentMode,
    };

    internal static ChangeSetSummary Summary(Step step, ChangeSetRecord changeSet) => new()
    {
        ChangeSetId = changeSet.ChangeSetId,
        ChangeSetName = changeSet.Name,
        StackId = changeSet.StackId,
        StackName = StackName(step, changeSet),
        Description = changeSet.Description,
        CreationTime = changeSet.CreationTime,
        ExecutionStatus = changeSet.ExecutionStatus,
        Status = changeSet.Status,
        StatusReason = changeSet.StatusReason,
        IncludeNestedStacks = changeSet.IncludeNestedStacks,
        ImportExistingResources = changeSet.ImportExistingResources,
    };

    private static string StackName(Step step, ChangeSetRecord changeSet) => step.Table(CloudFormationState.Stacks).Get(changeSet.StackId).StackName;

    private static Change WithoutValues(Change change) => change with
    {
        ResourceChange = change.ResourceChange! with
        {
            BeforeContext = null,
            AfterContext = null,
            Details = change.ResourceChange.Details?.Select(detail => detail with
            {
                Target = detail.Target! with { Path = null, BeforeValue = null, AfterValue = null, AttributeChangeType = null },
            }).ToList(),
        },
    };
}
