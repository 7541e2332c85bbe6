using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.ChangeSets;
using Headroom.Cloud.Services.CloudFormation.Deployment;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>Change sets.</summary>
internal static partial class CloudFormationOperations
{
    internal static Outcome<CreateChangeSetResponse> CreateChangeSet(Step step, CreateChangeSetRequest request)
    {
        var existing = Stacks.Find(step, request.StackName);
        var type = request.ChangeSetType ?? "UPDATE";
        if (CannotMake(step, request, type, existing) is { } refusal)
        {
            return refusal;
        }

        var stackId = existing?.StackId ?? Stacks.NewArn(step, request.StackName);
        var isNew = existing is null or { Status: StackStatuses.ReviewInProgress };
        var version = new VersionRequest(request.TemplateBody, request.TemplateURL, request.UsePreviousTemplate == true)
        {
            Parameters = request.Parameters ?? [],
            Tags = request.Tags ?? existing?.Version.Tags ?? [],
            Capabilities = request.Capabilities ?? [],
            NotificationArns = request.NotificationARNs ?? existing?.Version.NotificationArns ?? [],
        };
        return StackVersions.Prepare(step, stackId, existing?.StackName ?? request.StackName, version, isNew ? null : existing!.Version).Select(prepared =>
        {
            if (existing is null)
            {
                Review(step, stackId, request.StackName);
            }

            return ChangeSetMaking.Make(step, stackId, request, prepared);
        });
    }

    internal static Outcome<DescribeChangeSetResponse> DescribeChangeSet(Step step, DescribeChangeSetRequest request) =>
        ChangeSetLookup.Find(step, request.ChangeSetName, request.StackName) is { } changeSet
            ? ChangeSetForm.Of(step, changeSet, request.IncludePropertyValues == true)
            : ChangeSetLookup.NotFound(request.ChangeSetName);

    /// <summary>Deleting one that is not there succeeds as long as the stack is: clients clear the way for a new one so.</summary>
    internal static Outcome<DeleteChangeSetResponse> DeleteChangeSet(Step step, DeleteChangeSetRequest request)
    {
        if (ChangeSetLookup.Find(step, request.ChangeSetName, request.StackName) is { } changeSet)
        {
            step.Table(CloudFormationState.ChangeSets).Remove(changeSet.ChangeSetId);
            return new DeleteChangeSetResponse();
        }

        return request.StackName is null || Stacks.Find(step, request.StackName) is not null
            ? new DeleteChangeSetResponse()
            : Missing(request.StackName);
    }

    internal static Outcome<ListChangeSetsResponse> ListChangeSets(Step step, ListChangeSetsRequest request) =>
        Stacks.Find(step, request.StackName) is { } stack
            ? new ListChangeSetsResponse
            {
                Summaries = ChangeSetLookup.Of(step, stack.StackId).Select(changeSet => ChangeSetForm.Summary(step, changeSet)).ToList(),
            }
            : Missing(request.StackName);

    internal static Outcome<ExecuteChangeSetResponse> ExecuteChangeSet(Step step, ExecuteChangeSetRequest request)
    {
        if (ChangeSetLookup.Find(step, request.ChangeSetName, request.StackName) is not { } changeSet)
        {
            return ChangeSetLookup.NotFound(request.ChangeSetName);
        }

        var stack = step.Table(CloudFormationState.Stacks).Get(changeSet.StackId);
        if (changeSet.ExecutionStatus != "AVAILABLE")
        {
            return new Refusal(
                "InvalidChangeSetStatus",
                $"ChangeSet [{changeSet.ChangeSetId}] cannot be executed in its current execution status of [{changeSet.ExecutionStatus}]");
        }

        var isNew = stack.Status == StackStatuses.ReviewInProgress;
        if (!isNew && CannotUpdate(stack) is { } busy)
        {
            return busy;
        }

        ChangeSetMaking.Execute(new StackContext(step, stack.StackId), changeSet, request);
        return new ExecuteChangeSetResponse();
    }

    private static Refusal? CannotMake(Step step, CreateChangeSetRequest request, string type, StackRecord? existing) => (type, existing) switch
    {
        ("IMPORT", _) => new("ValidationError", "The embedded cloud cannot import resources into a stack."),
        ("UPDATE", null or { IsDeleted: true }) => Missing(request.StackName),
        ("UPDATE", { Status: StackStatuses.ReviewInProgress }) =>
            new("ValidationError", $"Stack [{existing.StackName}] is in REVIEW_IN_PROGRESS state and can not be updated."),
        ("CREATE", not null and not { Status: StackStatuses.ReviewInProgress }) =>
            new("ValidationError", $"Stack [{existing.StackName}] already exists and cannot be created again with the changeSet [{request.ChangeSetName}]."),
        ("UPDATE", { } stack) when CannotUpdate(stack) is { } busy => busy,
        _ when existing is not null && ChangeSetLookup.Find(step, request.ChangeSetName, existing.StackId) is not null =>
            new("AlreadyExistsException", $"ChangeSet {request.ChangeSetName} cannot be created due to a mismatch with existing attribute Name"),
        _ => Unsupported(request.RollbackConfiguration, policy: null, request.ResourceTypes) ?? DenyRole(step, request.RoleARN),
    };

    private static void Review(Step step, string stackId, string stackName)
    {
        step.Table(CloudFormationState.Stacks).Put(stackId, new(stackId, stackName, step.Now)
        {
            Status = StackStatuses.ReviewInProgress,
            Version = new(""),
        });
        StackLog.Stack(new(step, stackId), StackStatuses.ReviewInProgress, "User Initiated");
    }
}
