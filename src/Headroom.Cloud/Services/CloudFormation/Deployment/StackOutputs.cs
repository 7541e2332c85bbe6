using Headroom.Cloud.Services.CloudFormation.Intrinsics;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>A stack's outputs and exports.</summary>
internal static class StackOutputs
{
    /// <exception cref="TemplateException">An output cannot be resolved, an export's name is taken, or an export that is in use would change.</exception>
    internal static List<Output> Resolve(StackContext context, Scope scope)
    {
        var outputs = context.Template.Outputs.Values
            .Where(output => output.Condition is null || scope.Holds(output.Condition))
            .Select(output => new Output
            {
                OutputKey = output.Name,
                OutputValue = Resolver.Text(scope, output.Value, "Outputs"),
                Description = output.Description,
                ExportName = output.ExportName is null ? null : Resolver.Text(scope, output.ExportName, "Export"),
            })
            .ToList();
        CheckNames(context, outputs);
        var kept = outputs.Select(output => (output.ExportName, output.OutputValue)).ToHashSet();
        CheckUse(context, context.Stack.Outputs.Where(before => !kept.Contains((before.ExportName, before.OutputValue))), "updated");
        return outputs;
    }

    /// <exception cref="TemplateException">Another stack imports one of these.</exception>
    internal static void CheckUse(StackContext context, IEnumerable<Output> changed, string verb)
    {
        foreach (var name in changed.Select(output => output.ExportName).OfType<string>())
        {
            var users = context.Step.Table(CloudFormationState.Stacks).All
                .Where(stack => !stack.IsDeleted && stack.StackId != context.StackId && stack.Imports.Contains(name))
                .Select(stack => stack.StackName)
                .ToList();
            if (users.Count > 0)
            {
                throw new TemplateException($"Export {name} cannot be {verb} as it is in use by {string.Join(", ", users)}");
            }
        }
    }

    private static void CheckNames(StackContext context, List<Output> outputs)
    {
        var taken = Stacks.Exports(context.Step)
            .Where(export => export.ExportingStackId != context.StackId)
            .ToDictionary(export => export.Name!, export => export.ExportingStackId!);
        foreach (var name in outputs.Select(output => output.ExportName).OfType<string>())
        {
            if (taken.TryGetValue(name, out var other))
            {
                throw new TemplateException($"Export with name {name} is already exported by stack {other.Split('/')[1]}. Rollback requested by user.");
            }
        }
    }
}
