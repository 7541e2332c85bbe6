using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.CloudFormation.ChangeSets;

/// <summary>Finds change sets as callers name them: by ARN, or by name and stack.</summary>
internal static class ChangeSetLookup
{
    internal static ChangeSetRecord? Find(Step step, string nameOrArn, string? stackName) =>
        step.Table(CloudFormationState.ChangeSets).Find(nameOrArn)
        ?? (stackName is not null && Stacks.Find(step, stackName) is { } stack
            ? Of(step, stack.StackId).FirstOrDefault(changeSet => changeSet.Name == nameOrArn)
            : null);

    internal static IEnumerable<ChangeSetRecord> Of(Step step, string stackId) =>
        step.Table(CloudFormationState.ChangeSets).All.Where(changeSet => changeSet.StackId == stackId);

    internal static Refusal NotFound(string nameOrArn) => new("ChangeSetNotFound", $"ChangeSet [{nameOrArn}] does not exist");
}
