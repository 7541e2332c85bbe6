using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Intrinsics;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>Brings a stack's resources to what its template says, in dependency order, as many at once as that allows.</summary>
internal static class Convergence
{
    /// <summary>Begins what can begin; false where there is nothing to do but wait.</summary>
    internal static bool Advance(StackContext context)
    {
        if (context.Operation.Failed is { Count: > 0 } failed)
        {
            StackEngine.Fail(context, FailureReason(context, failed));
            return true;
        }

        try
        {
            var scope = StackScope.Of(context);
            var wanted = scope.Wanted().ToDictionary(resource => resource.LogicalId);
            var ready = wanted.Values.Where(resource => IsReady(context, resource, wanted)).ToList();
            foreach (var resource in ready.TakeWhile(_ => context.Operation.Failed.Count == 0))
            {
                Settle(context, scope, resource);
            }

            return ready.Count > 0 || (wanted.Values.All(resource => IsSettled(context, resource)) && Finish(context, scope));
        }
        catch (TemplateException problem)
        {
            StackEngine.Fail(context, problem.Message);
            return true;
        }
    }

    private static bool IsSettled(StackContext context, TemplateResource resource) =>
        context.Find(resource.LogicalId)?.SettledIn == context.Operation.PhaseId;

    private static bool IsReady(StackContext context, TemplateResource resource, Dictionary<string, TemplateResource> wanted) =>
        context.Find(resource.LogicalId)?.Action is null
        && !IsSettled(context, resource)
        && resource.Dependencies.All(name => !wanted.TryGetValue(name, out var dependency) || IsSettled(context, dependency));

    /// <summary>
    /// What there is, and what becomes of it: nothing → create; a replaced one is put back (rolling back); the same properties → nothing;
    /// a property that replaces → a new one beside the old; else → update in place.
    /// </summary>
    private static void Settle(StackContext context, Scope scope, TemplateResource resource)
    {
        var existing = context.Find(resource.LogicalId) is { IsGone: false } found ? found : null;
        JsonObject properties;
        try
        {
            properties = Resolver.Resolve(scope, resource.Properties) as JsonObject ?? [];
        }
        catch (TemplateException problem)
        {
            ResourceWork.Fail(context, Declared(context, resource, existing), existing is null ? "CREATE" : "UPDATE", problem.Message);
            return;
        }

        if (Replacement.Undo(context, resource.LogicalId))
        {
            return;
        }

        var record = Declared(context, resource, existing);
        if (existing is null or { PhysicalId: "" })
        {
            ResourceWork.Begin(context, record, new(ActionKind.Create, context.Step.Ids.NextUuid(), properties, []));
        }
        else if (existing.Attempted is null && JsonNode.DeepEquals(existing.Properties, properties))
        {
            ResourceWork.Keep(context, record);
        }
        else if (existing.Attempted is null && Replacement.IsNeeded(context.Step, existing, properties))
        {
            Replacement.Begin(context, record, existing, properties);
        }
        else
        {
            ResourceWork.Begin(context, record, new(ActionKind.Update, context.Step.Ids.NextUuid(), properties, existing.Attempted ?? existing.Properties));
        }
    }

    // The record with what the template says beside properties.
    private static StackResourceRecord Declared(StackContext context, TemplateResource resource, StackResourceRecord? existing)
    {
        var record = existing ?? new(context.StackId, resource.LogicalId, resource.LogicalId, resource.Type) { Status = "", Timestamp = context.Step.Now };
        return record with
        {
            Dependencies = resource.Dependencies.Order(StringComparer.Ordinal).ToList(),
            DeletionPolicy = resource.DeletionPolicy,
            UpdateReplacePolicy = resource.UpdateReplacePolicy,
            Metadata = resource.Metadata,
        };
    }

    private static bool Finish(StackContext context, Scope scope)
    {
        context.Stack = context.Stack with { Outputs = StackOutputs.Resolve(context, scope) };
        var outcomes = context.Operation.Outcomes;
        if (outcomes.Cleaning is null)
        {
            StackEngine.End(context, outcomes.Complete);
        }
        else
        {
            context.ChangeOperation(operation => operation with { Phase = StackPhase.CleaningUp, Failed = [] });
            StackLog.Stack(context, outcomes.Cleaning, null);
        }

        return true;
    }

    private static string FailureReason(StackContext context, IReadOnlyList<string> failed)
    {
        // What this failure cancels is named too.
        var cancelled = Stacks.Current(context.Step, context.StackId).Where(resource => resource.Action is not null).Select(resource => resource.LogicalId);
        var (verb, rollback) = context.Operation switch
        {
            { Phase: StackPhase.RollingBack } => ("update", ""),
            { Before: null, OnFailure: "ROLLBACK" } => ("create", "Rollback requested by user."),
            { Before: null } => ("create", ""),
            _ => ("update", ""),
        };
        return $"The following resource(s) failed to {verb}: [{string.Join(", ", failed.Concat(cancelled).Distinct())}]. {rollback}";
    }
}
