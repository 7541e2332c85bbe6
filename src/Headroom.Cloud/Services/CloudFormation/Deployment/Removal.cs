namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>Removes what a stack no longer needs (all of it, where the stack is deleted), what depends on others first.</summary>
internal static class Removal
{
    // "CloudFormation tries to delete a resource three times before CloudFormation skips the resource and continues the cleanup process":
    // https://repost.aws/knowledge-center/cloudformation-stack-cleanup-stuck
    private const int CleanUpTries = 3;

    /// <summary>Begins what can begin; false where there is nothing to do but wait.</summary>
    internal static bool Advance(StackContext context)
    {
        var doomed = Doomed(context);
        var ready = doomed
            .Where(resource => resource.Action is null && IsToBeTried(context.Operation, resource))
            .Where(resource => !doomed.Any(other =>
                other.Slot != resource.Slot && other.Dependencies.Contains(resource.LogicalId) && !IsLeftBehind(context.Operation, other)))
            .ToList();
        foreach (var resource in ready)
        {
            Remove(context, resource);
        }

        return ready.Count > 0 || (doomed.All(resource => resource.Action is null) && Finish(context, doomed));
    }

    private static List<StackResourceRecord> Doomed(StackContext context)
    {
        var kept = context.Operation.Phase == StackPhase.Deleting ? [] : StackScope.Of(context).Wanted().Select(resource => resource.LogicalId).ToHashSet();
        return Stacks.Resources(context.Step, context.StackId)
            .Where(resource => !resource.IsGone && (resource.IsSuperseded || !kept.Contains(resource.LogicalId)))
            .ToList();
    }

    private static bool IsToBeTried(StackOperation operation, StackResourceRecord resource) =>
        resource.SettledIn != operation.PhaseId || (operation.Phase == StackPhase.CleaningUp && !IsLeftBehind(operation, resource));

    private static bool IsLeftBehind(StackOperation operation, StackResourceRecord resource) =>
        operation.Phase == StackPhase.CleaningUp && operation.Failed.Count(failed => failed == resource.LogicalId) == CleanUpTries;

    private static void Remove(StackContext context, StackResourceRecord resource)
    {
        if (resource.PhysicalId.Length == 0)
        {
            ResourceWork.Gone(context, resource, "DELETE_COMPLETE");
        }
        else if (IsRetained(context.Operation, resource))
        {
            ResourceWork.Gone(context, resource, "DELETE_SKIPPED");
        }
        else
        {
            ResourceWork.Begin(context, resource, new(ActionKind.Delete, context.Step.Ids.NextUuid(), resource.Properties, []));
        }
    }

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
    private static bool IsRetained(StackOperation operation, StackResourceRecord resource) =>
        operation.RetainResources.Contains(resource.LogicalId)
        || (resource.IsSuperseded ? resource.UpdateReplacePolicy ?? "Delete" : resource.DeletionPolicy) switch
        {
            "Retain" => !operation.RetainExceptOnCreate,
            "RetainExceptOnCreate" => operation.Outcomes != StackOutcomes.CreateRollback,
            _ => false,
        };

    private static bool Finish(StackContext context, List<StackResourceRecord> left)
    {
        var operation = context.Operation;
        if (operation.Phase == StackPhase.CleaningUp)
        {
            // What could not be removed is the stack's no longer: the update itself has succeeded.
            foreach (var resource in left)
            {
                context.Put(resource with { IsGone = true });
            }

            var isIncomplete = left.Count > 0 && operation.Outcomes == StackOutcomes.Update;
            StackEngine.End(context, operation.Outcomes.Complete, isIncomplete ? "Update successful. One or more resources could not be deleted." : null);
        }
        else if (left.Count > 0)
        {
            var names = left.Where(resource => operation.Failed.Contains(resource.LogicalId)).Select(resource => resource.LogicalId);
            StackEngine.End(context, operation.Outcomes.Failed, $"The following resource(s) failed to delete: [{string.Join(", ", names)}]. ");
        }
        else
        {
            context.Stack = context.Stack with
            {
                Outputs = [],
                Imports = [],
                DeletionTime = operation.Outcomes == StackOutcomes.Delete ? context.Step.Now : null,
            };
            StackEngine.End(context, operation.Outcomes.Complete);
        }

        return true;
    }
}
