using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>Finds stacks as callers name them: by name (live ones) or by ARN (deleted ones too).</summary>
internal static class Stacks
{
    /// <summary>The stack, or null. A name means the live stack of that name.</summary>
    internal static StackRecord? Find(Step step, string nameOrArn) => IsArn(nameOrArn)
        ? step.Table(CloudFormationState.Stacks).Find(nameOrArn)
        : step.Table(CloudFormationState.Stacks).WithPrefix(Prefix(step, nameOrArn)).FirstOrDefault(stack => !stack.IsDeleted);

    /// <summary>The stack's ARN for IAM; for a name that is free, one with a wildcard in place of the unique part.</summary>
    internal static string Arn(Step step, string? nameOrArn) =>
        nameOrArn is null ? "*" : IsArn(nameOrArn) ? nameOrArn : Find(step, nameOrArn)?.StackId ?? Prefix(step, nameOrArn) + "*";

    internal static string NewArn(Step step, string name) => Prefix(step, name) + step.Ids.NextUuid();

    internal static Refusal DoesNotExist(string nameOrArn) => new("ValidationError", $"Stack with id {nameOrArn} does not exist");

    /// <summary>Every resource that is or waits to be removed, in the order of their slots.</summary>
    internal static IEnumerable<StackResourceRecord> Resources(Step step, string stackId) =>
        step.Table(CloudFormationState.Resources).WithPrefix(stackId + "\n");

    /// <summary>The resources that are.</summary>
    internal static IEnumerable<StackResourceRecord> Current(Step step, string stackId) =>
        Resources(step, stackId).Where(resource => resource is { IsSuperseded: false, IsGone: false });

    /// <summary>What live stacks export.</summary>
    internal static IEnumerable<Export> Exports(Step step) => step.Table(CloudFormationState.Stacks).All
        .Where(stack => !stack.IsDeleted)
        .SelectMany(stack => stack.Outputs.Where(output => output.ExportName is not null).Select(output => new Export
        {
            ExportingStackId = stack.StackId,
            Name = output.ExportName,
            Value = output.OutputValue,
        }));

    private static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);

    private static string Prefix(Step step, string name) => step.Settings.Arn("cloudformation", $"stack/{name}/");
}
