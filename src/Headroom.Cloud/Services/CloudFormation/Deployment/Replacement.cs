using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>A resource that gets a successor: the old one stays aside until the cleanup, so that a rollback can put it back.</summary>
internal static class Replacement
{
    private const string Reason = "Requested update requires the creation of a new physical resource; hence creating one.";

    /// <summary>Whether a property changed whose change the type does not take in place.</summary>
    internal static bool IsNeeded(Step step, StackResourceRecord existing, JsonObject properties) =>
        ResourceTypes.Find(step, existing.Type)?.ReplacedBy.Any(property => !JsonNode.DeepEquals(existing.Properties[property], properties[property])) == true;

    internal static void Begin(StackContext context, StackResourceRecord declared, StackResourceRecord existing, JsonObject properties)
    {
        SetAside(context, existing);
        var successor = declared with { PhysicalId = "", Ref = null, Attributes = new Dictionary<string, JsonNode?>(), Properties = [] };
        ResourceWork.Begin(context, successor, new(ActionKind.Replace, context.Step.Ids.NextUuid(), properties, []), Reason);
    }

    /// <summary>Keeps what has a successor until the cleanup.</summary>
    internal static void SetAside(StackContext context, StackResourceRecord replaced) => context.Put(replaced with
    {
        Slot = StackResourceRecord.SupersededSlot(replaced.LogicalId, replaced.PhysicalId),
        SupersededIn = context.Operation.Id,
    });

    /// <summary>The update is left as it is: where no successor came to be, the old one is what the stack has.</summary>
    internal static void Abandon(StackContext context)
    {
        foreach (var old in Stacks.Resources(context.Step, context.StackId).Where(resource => resource.SupersededIn == context.Operation.Id).ToList())
        {
            if (context.Find(old.LogicalId) is { PhysicalId: "" } failed)
            {
                context.Remove(old);
                context.Put(old with { Slot = old.LogicalId, SupersededIn = null, Status = failed.Status, StatusReason = failed.StatusReason, Timestamp = failed.Timestamp });
            }
        }
    }

    /// <summary>Puts back what this operation replaced, or an earlier one that was left as it was; the successor, if it came to be, waits for the cleanup. False where nothing was replaced.</summary>
    internal static bool Undo(StackContext context, string logicalId)
    {
        if (context.Operation.Phase != StackPhase.RollingBack || Old(context, logicalId) is not { } old)
        {
            return false;
        }

        if (context.Find(logicalId) is { IsGone: false, PhysicalId.Length: > 0 } successor)
        {
            context.Put(successor with { Slot = StackResourceRecord.SupersededSlot(logicalId, successor.PhysicalId), UpdateReplacePolicy = "Delete" });
        }

        context.Remove(old);
        ResourceWork.Restored(context, old with { Slot = logicalId, SupersededIn = null }, context.Operation);
        return true;
    }

    private static StackResourceRecord? Old(StackContext context, string logicalId)
    {
        var replaced = Stacks.Resources(context.Step, context.StackId).Where(resource => resource.IsSuperseded && resource.LogicalId == logicalId).ToList();
        return context.Operation.Over.Append(context.Operation.Id)
            .Select(operation => replaced.Find(resource => resource.SupersededIn == operation))
            .FirstOrDefault(resource => resource is not null);
    }
}
