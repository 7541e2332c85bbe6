using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Inert;

namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>One resource's create, update or delete: begun, performed when its time has come, asked again while it is under way.</summary>
internal static class ResourceWork
{
    /// <summary>How long CloudFormation takes about a resource at least.</summary>
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(1);

    /// <summary>How much longer than that it waits, at most, after a call that was throttled.</summary>
    private const int MostPause = 9;

    internal static void Begin(StackContext context, StackResourceRecord resource, ResourceAction action, string? reason = null)
    {
        var begun = resource with
        {
            Action = action,
            Status = $"{action.Verb}_IN_PROGRESS",
            StatusReason = reason,
            Timestamp = context.Step.Now,
            IsGone = false,
        };
        context.Put(begun);
        StackLog.Resource(context, begun);
        if (context.Operation.AtOnce)
        {
            Perform(context, begun.Slot);
        }
        else
        {
            context.Step.WakeAt(CloudFormationState.Service, begun.Key, context.Step.Now + Duration);
        }
    }

    /// <summary>Asks the resource's service.</summary>
    internal static void Perform(StackContext context, string slot)
    {
        if (context.Find(slot) is not { Action: { } action } resource)
        {
            throw new InvalidOperationException($"{context.StackId}: nothing is being done to {slot}");
        }

        switch (ResourceCalls.Ask(context, resource, action))
        {
            case ResourceProgress.Done done when action.Kind == ActionKind.Delete:
                Gone(context, resource with { PhysicalId = done.PhysicalId.Length > 0 ? done.PhysicalId : resource.PhysicalId }, "DELETE_COMPLETE");
                break;
            case ResourceProgress.Done done:
                Complete(context, resource, action, done);
                break;
            case ResourceProgress.InProgress more:
                Wait(context, resource, action, more);
                break;
            case ResourceProgress.Failed { IsThrottled: true }:
                context.Step.WakeAt(CloudFormationState.Service, resource.Key, context.Step.Now + Pause(context));
                break;
            case ResourceProgress.Failed failed:
                Fail(context, resource, action.Verb, failed.Reason);
                break;
        }
    }

    /// <summary>The resource is already what it is to be; one whose update failed without effect is whole again.</summary>
    internal static void Keep(StackContext context, StackResourceRecord resource)
    {
        var isFailed = resource.Status.EndsWith("_FAILED", StringComparison.Ordinal);
        var kept = resource with
        {
            SettledIn = context.Operation.PhaseId,
            Status = isFailed ? "UPDATE_COMPLETE" : resource.Status,
            StatusReason = isFailed ? null : resource.StatusReason,
            Timestamp = isFailed ? context.Step.Now : resource.Timestamp,
        };
        context.Put(kept);
        if (isFailed)
        {
            StackLog.Resource(context, kept);
        }
    }

    /// <summary>The resource is again what it was before the operation, or counts as that.</summary>
    internal static void Restored(StackContext context, StackResourceRecord resource, StackOperation operation)
    {
        var restored = resource with { Status = "UPDATE_COMPLETE", StatusReason = null, Timestamp = context.Step.Now, SettledIn = operation.PhaseId };
        context.Put(restored);
        StackLog.Resource(context, restored);
    }

    /// <summary>The resource failed, which the stack's operation takes from here.</summary>
    internal static void Fail(StackContext context, StackResourceRecord resource, string verb, string reason)
    {
        var failed = Stop(context, resource, verb, reason);
        StackLog.Resource(context, failed);
        context.ChangeOperation(operation => operation with { Failed = [.. operation.Failed, resource.LogicalId] });
    }

    /// <summary>Another resource failed: what is not done is not waited for.</summary>
    internal static void CancelAll(StackContext context)
    {
        foreach (var resource in Stacks.Resources(context.Step, context.StackId).Where(resource => resource.Action is not null))
        {
            context.Step.CancelWake(CloudFormationState.Service, resource.Key);
            var what = resource.Action!.Verb switch
            {
                "CREATE" => "creation",
                "DELETE" => "deletion",
                _ => "update",
            };
            StackLog.Resource(context, Stop(context, resource, resource.Action.Verb, $"Resource {what} cancelled"));
        }
    }

    /// <summary>The resource is no more, or no longer the stack's.</summary>
    internal static void Gone(StackContext context, StackResourceRecord resource, string status)
    {
        var gone = resource with { Action = null, Status = status, StatusReason = null, Timestamp = context.Step.Now, IsGone = true };
        StackLog.Resource(context, gone);
        if (gone.IsSuperseded)
        {
            context.Remove(gone);
        }
        else
        {
            context.Put(gone);
        }
    }

    // Resources that were throttled together do not all come again together.
    private static TimeSpan Pause(StackContext context) => Duration * (1 + (context.Step.Ids.NextDouble() * MostPause));

    private static StackResourceRecord Stop(StackContext context, StackResourceRecord resource, string verb, string reason)
    {
        var stopped = resource with
        {
            Action = null,
            Status = $"{verb}_FAILED",
            StatusReason = reason,
            Timestamp = context.Step.Now,
            Attempted = resource.Action is { Kind: ActionKind.Update, IsUnderWay: true } action ? action.Properties : resource.Attempted,
            Properties = resource.Action is { Kind: ActionKind.Create or ActionKind.Replace } made ? made.Properties : resource.Properties,
            SettledIn = context.Operation.PhaseId,
        };
        context.Put(stopped);
        return stopped;
    }

    private static void Wait(StackContext context, StackResourceRecord resource, ResourceAction action, ResourceProgress.InProgress more)
    {
        var waiting = resource with
        {
            PhysicalId = more.PhysicalId.Length > 0 ? more.PhysicalId : resource.PhysicalId,
            Action = action with { IsUnderWay = true },
        };
        if (!action.IsUnderWay)
        {
            waiting = Initiated(context, waiting, action);
        }

        context.Put(waiting);
        context.Step.WakeAt(CloudFormationState.Service, waiting.Key, context.Step.Now + more.AskAgainAfter);
    }

    private static void Complete(StackContext context, StackResourceRecord resource, ResourceAction action, ResourceProgress.Done done)
    {
        var made = resource with
        {
            PhysicalId = done.PhysicalId,
            Ref = done.Ref,
            Attributes = done.Attributes ?? new Dictionary<string, JsonNode?>(),
            Properties = action.Properties,
        };
        if (!action.IsUnderWay)
        {
            made = Initiated(context, made, action);
        }

        // A provider that gives an updated resource another name has replaced it.
        if (action.Kind == ActionKind.Update && done.PhysicalId != resource.PhysicalId)
        {
            Replacement.SetAside(context, resource with { Action = null });
        }

        var complete = made with
        {
            Action = null,
            Attempted = null,
            Status = $"{action.Verb}_COMPLETE",
            StatusReason = ResourceTypes.Find(context.Step, resource.Type) is null ? InertResources.Notice(resource.Type) : null,
            Timestamp = context.Step.Now,
            SettledIn = context.Operation.PhaseId,
        };
        context.Put(complete);
        StackLog.Resource(context, complete);
    }

    // A creation has a second event in progress: the physical id is known from then on.
    private static StackResourceRecord Initiated(StackContext context, StackResourceRecord resource, ResourceAction action)
    {
        if (action.Kind is not (ActionKind.Create or ActionKind.Replace))
        {
            return resource;
        }

        var initiated = resource with { StatusReason = "Resource creation Initiated", Timestamp = context.Step.Now };
        StackLog.Resource(context, initiated);
        return initiated;
    }
}
