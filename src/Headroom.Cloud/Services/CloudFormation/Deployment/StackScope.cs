using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Inert;
using Headroom.Cloud.Services.CloudFormation.Intrinsics;
using Headroom.Cloud.Services.CloudFormation.Parameters;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Deployment;

/// <summary>What a stack's template can see.</summary>
internal static class StackScope
{
    /// <summary>A stack with its resources as they are now.</summary>
    internal static Scope Of(StackContext context) => Of(
        context,
        context.Template,
        context.Stack.Version,
        name => Existing(context, name) is var resource ? resource.Ref ?? resource.PhysicalId : null,
        (name, attribute) => Attribute(context.Step, Existing(context, name), attribute));

    /// <summary>A template over a stack whose resources' values come from elsewhere (a change set that is being planned).</summary>
    internal static Scope Of(
        StackContext context, Template template, StackVersion version, Func<string, JsonNode?> reference, Func<string, string, JsonNode?> attribute) => new()
        {
            Template = template,
            Values = PseudoParameters.Of(context.Step.Settings, context.StackId, context.Stack.StackName, version.NotificationArns)
                .Concat(ParameterValues.Of(template, version.Parameters))
                .ToDictionary(),
            Region = context.Step.Settings.Region,
            Ref = reference,
            GetAtt = attribute,
            Import = name => Import(context, name),
            Dynamic = (service, key) => DynamicReferences.Resolve(context.Step, service, key),
        };

    /// <summary>A template before there is a stack: only parameters, conditions and rules can be asked.</summary>
    internal static Scope WithoutResources(Step step, string stackId, string stackName, Template template, StackVersion version) => new()
    {
        Template = template,
        Values = PseudoParameters.Of(step.Settings, stackId, stackName, version.NotificationArns)
            .Concat(ParameterValues.Of(template, version.Parameters))
            .ToDictionary(),
        Region = step.Settings.Region,
        Ref = name => throw new TemplateException($"Template format error: {name} cannot be referred to here"),
        GetAtt = (name, _) => throw new TemplateException($"Template format error: {name} cannot be referred to here"),
        Import = _ => throw new TemplateException("Template format error: Fn::ImportValue cannot be used here"),
        Dynamic = (service, key) => DynamicReferences.Resolve(step, service, key),
    };

    /// <summary>An attribute of a resource; an inert record has any.</summary>
    internal static JsonNode? Attribute(Step step, StackResourceRecord resource, string attribute) =>
        resource.Attributes.TryGetValue(attribute, out var value) ? value
        : ResourceTypes.Find(step, resource.Type) is null ? InertResources.Attribute(step.Settings, resource, attribute)
        : throw new TemplateException($"Requested attribute {attribute} must be a readonly property in schema for {resource.Type}");

    private static StackResourceRecord Existing(StackContext context, string name) => context.Find(name) is { IsGone: false } resource
        ? resource
        : throw new TemplateException($"Template format error: Unresolved resource dependencies [{name}] in the Resources block of the template");

    private static string? Import(StackContext context, string name)
    {
        var value = Stacks.Exports(context.Step).FirstOrDefault(export => export.Name == name)?.Value;
        if (value is not null && !context.Stack.Imports.Contains(name))
        {
            context.Stack = context.Stack with { Imports = [.. context.Stack.Imports, name] };
        }

        return value;
    }
}
