using Headroom.Cloud.Identity;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>One stack within one step: reads its records as they are now, and writes them.</summary>
internal sealed class StackContext(Step step, string stackId)
{
    internal Step Step => step;

    internal string StackId => stackId;

    /// <summary>The stack as it is now.</summary>
    internal StackRecord Stack
    {
        get => step.Table(CloudFormationState.Stacks).Get(stackId);
        set => step.Table(CloudFormationState.Stacks).Put(stackId, value);
    }

    /// <summary>What is under way, which must be something.</summary>
    internal StackOperation Operation => Stack.Operation ?? throw new InvalidOperationException($"Nothing is under way on {stackId}");

    internal Template Template => CloudFormationState.TemplateOf(step, Stack.Version);

    internal StackResourceRecord? Find(string slot) =>
        step.Table(CloudFormationState.Resources).Find(StackResourceRecord.KeyOf(stackId, slot));

    internal void Put(StackResourceRecord resource) => step.Table(CloudFormationState.Resources).Put(resource.Key, resource);

    internal void Remove(StackResourceRecord resource) => step.Table(CloudFormationState.Resources).Remove(resource.Key);

    internal void ChangeOperation(Func<StackOperation, StackOperation> change) => Stack = Stack with { Operation = change(Operation) };

    /// <summary>Who the operation acts as: the role, taken on by CloudFormation, or whoever began it.</summary>
    internal Outcome<Principal> Principal() => Operation.RoleArn is { } role
        ? RoleSessions.Assume(step, role, "cloudformation.amazonaws.com", "AWSCloudFormation").Select(Principal (session) => session)
        : Operation.Caller;
}
