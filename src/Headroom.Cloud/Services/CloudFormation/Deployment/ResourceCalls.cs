using System.Text.Json.Nodes;
using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Inert;

namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>Asks the resource type of a room, as the stack's principal.</summary>
internal static class ResourceCalls
{
    /// <summary>What the resource's type says; what it did is undone where it failed.</summary>
    internal static ResourceProgress Ask(StackContext context, StackResourceRecord resource, ResourceAction action)
    {
        if (context.Principal() is not Outcome<Principal>.Answered { Response: var principal })
        {
            return new ResourceProgress.Failed($"Role {context.Operation.RoleArn} is invalid or cannot be assumed");
        }

        var type = ResourceTypes.Find(context.Step, resource.Type) ?? InertResources.Type(resource.Type);
        var ask = action switch
        {
            { IsUnderWay: true } => type.Check ?? throw new InvalidOperationException($"{type.Name} is under way but cannot be asked"),
            { Kind: ActionKind.Create or ActionKind.Replace } => type.Create,
            { Kind: ActionKind.Update } => type.Update,
            _ => type.Delete,
        };
        try
        {
            return context.Step.Attempt(principal, () => ask(Request(context, resource, action)), progress => progress is ResourceProgress.Failed);
        }
        catch (PropertyException fault)
        {
            return new ResourceProgress.Failed(fault.Message);
        }
    }

    private static ResourceRequest Request(StackContext context, StackResourceRecord resource, ResourceAction action)
    {
        var stack = context.Stack;
        var tags = stack.Version.Tags.ToDictionary(tag => tag.Key, tag => tag.Value);
        tags["aws:cloudformation:stack-name"] = stack.StackName;
        tags["aws:cloudformation:stack-id"] = stack.StackId;
        tags["aws:cloudformation:logical-id"] = resource.LogicalId;
        return new(
            context.Step,
            stack.StackId,
            stack.StackName,
            resource.LogicalId,
            resource.PhysicalId,
            (JsonObject)action.Properties.DeepClone(),
            (JsonObject)action.OldProperties.DeepClone(),
            action.ClientToken)
        {
            Since = resource.Timestamp,
            StackTags = tags,
        };
    }
}
