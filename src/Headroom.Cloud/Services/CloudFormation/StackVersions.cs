using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Deployment;
using Headroom.Cloud.Services.CloudFormation.Parameters;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation;

/// <summary>What a request says that a stack is to be.</summary>
internal sealed record VersionRequest(string? TemplateBody, string? TemplateUrl, bool UsePreviousTemplate)
{
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    public IReadOnlyList<Tag> Tags { get; init; } = [];

    public IReadOnlyList<string> Capabilities { get; init; } = [];

    public IReadOnlyList<string> NotificationArns { get; init; } = [];
}

/// <summary>Checks what a stack is to be before anything of it is made.</summary>
internal static class StackVersions
{
    private const string NestedStack = "AWS::CloudFormation::Stack";

    /// <summary>The version, its template kept; the refusal where template, capabilities, parameters or rules do not allow it.</summary>
    internal static Outcome<StackVersion> Prepare(Step step, string stackId, string stackName, VersionRequest request, StackVersion? previous)
    {
        var known = request.UsePreviousTemplate && previous is { TemplateId.Length: > 0 }
            ? step.Table(CloudFormationState.Templates).Get(previous.TemplateId).Body
            : null;
        return TemplateSource.Read(step, request.TemplateBody, request.TemplateUrl, known) switch
        {
            Outcome<string>.Answered body => Check(step, stackId, stackName, request, previous, body.Response),
            Outcome<string>.Refused refused => refused.Refusal,
            var other => throw new InvalidOperationException($"Reading a template cannot end so: {other}"),
        };
    }

    /// <summary>Whether two versions would make the same stack.</summary>
    internal static bool AreSame(Step step, StackVersion one, StackVersion other) =>
        (one.TemplateId == other.TemplateId || SameTemplate(step, one, other))
        && one.Parameters.SequenceEqual(other.Parameters)
        && one.NotificationArns.SequenceEqual(other.NotificationArns)
        && one.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).SequenceEqual(other.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal));

    private static Outcome<StackVersion> Check(Step step, string stackId, string stackName, VersionRequest request, StackVersion? previous, string body)
    {
        try
        {
            var template = TemplateTexts.Read(body);
            if (CapabilityChecks.Check(template, request.Capabilities) is { } refusal)
            {
                return refusal;
            }

            if (TagKeys.ComeTwice(request.Tags.Select(tag => tag.Key)))
            {
                return new Refusal("ValidationError", "Tags contain duplicate keys; tag keys must be unique");
            }

            CheckTypes(step, template, previous);
            var version = new StackVersion(CloudFormationState.Keep(step, body))
            {
                Parameters = ParameterResolution.Resolve(step, template, request.Parameters, previous?.Parameters ?? []),
                Tags = request.Tags,
                Capabilities = request.Capabilities,
                NotificationArns = request.NotificationArns,
            };
            var scope = StackScope.WithoutResources(step, stackId, stackName, template, version);
            RuleChecks.Check(scope);
            return scope.Wanted().Any() ? version : new Refusal("ValidationError", "Template format error: At least one Resources member must be defined.");
        }
        catch (TemplateException problem)
        {
            return new Refusal("ValidationError", problem.Message);
        }
    }

    private static void CheckTypes(Step step, Template template, StackVersion? previous)
    {
        if (template.Resources.Values.FirstOrDefault(resource => resource.Type == NestedStack) is { } nested)
        {
            throw new TemplateException($"{nested.LogicalId} is of type {NestedStack}: the embedded cloud has no nested stacks.");
        }

        if (previous is null)
        {
            return;
        }

        var before = CloudFormationState.TemplateOf(step, previous).Resources;
        var changed = template.Resources.Values
            .Where(resource => before.TryGetValue(resource.LogicalId, out var old) && old.Type != resource.Type)
            .Select(resource => resource.LogicalId)
            .ToList();
        if (changed.Count > 0)
        {
            throw new TemplateException(
                $"Update of resource type is not permitted. The new template modifies resource type of the following resources: [{string.Join(", ", changed)}]");
        }
    }

    // White space and the order of names do not make another template.
    private static bool SameTemplate(Step step, StackVersion one, StackVersion other) => JsonNode.DeepEquals(Text(step, one), Text(step, other));

    private static JsonObject? Text(Step step, StackVersion version) =>
        version.TemplateId.Length == 0 ? null : TemplateSyntax.Parse(step.Table(CloudFormationState.Templates).Get(version.TemplateId).Body);
}
