using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.CloudFormation.Deployment;
using Headroom.Cloud.Services.CloudFormation.Intrinsics;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation.ChangeSets;

/// <summary>What an update would do to each resource, as far as that is known beforehand.</summary>
internal sealed class ChangePlan
{
    /// <summary>What stands for a value that only the deployment will know.</summary>
    internal const string KnownAfterApply = "{{changeSet:KNOWN_AFTER_APPLY}}";

    private readonly StackContext _context;
    private readonly Template _template;
    private readonly Scope _scope;
    private readonly Dictionary<string, StackResourceRecord> _current;
    private readonly Dictionary<string, ResourceChange?> _planned = [];

    private ChangePlan(StackContext context, Template template, StackVersion target)
    {
        _context = context;
        _template = template;
        _current = Stacks.Current(context.Step, context.StackId).ToDictionary(resource => resource.LogicalId);
        _scope = StackScope.Of(context, template, target, Reference, Attribute);
    }

    /// <summary>The changes: those of the template in its order, then what is removed.</summary>
    /// <exception cref="TemplateException">The template cannot be resolved.</exception>
    internal static List<Change> Of(StackContext context, StackVersion target)
    {
        var plan = new ChangePlan(context, CloudFormationState.TemplateOf(context.Step, target), target);
        var wanted = plan._scope.Wanted().ToList();
        var kept = wanted.Select(resource => resource.LogicalId).ToHashSet();
        return wanted.Select(resource => plan.Planned(resource.LogicalId))
            .Concat(plan._current.Values.Where(resource => !kept.Contains(resource.LogicalId)).Select(Removed))
            .OfType<ResourceChange>()
            .Select(change => new Change { Type = "Resource", ResourceChange = change })
            .ToList();
    }

    private ResourceChange? Planned(string logicalId)
    {
        if (!_planned.TryGetValue(logicalId, out var change))
        {
            var resource = _template.Resources[logicalId];
            change = _current.TryGetValue(logicalId, out var existing) ? Modified(resource, existing) : Added(resource);
            _planned[logicalId] = change;
        }

        return change;
    }

    private ResourceChange Added(TemplateResource resource) => new()
    {
        Action = "Add",
        LogicalResourceId = resource.LogicalId,
        ResourceType = resource.Type,
        Scope = [],
        Details = [],
        AfterContext = Context(Resolver.Resolve(_scope, resource.Properties)),
    };

    private ResourceChange? Modified(TemplateResource resource, StackResourceRecord existing)
    {
        var properties = Resolver.Resolve(_scope, resource.Properties) as JsonObject ?? [];
        var names = existing.Properties.Select(property => property.Key).Union(properties.Select(property => property.Key))
            .Where(name => !JsonNode.DeepEquals(existing.Properties[name], properties[name]))
            .ToList();
        var metadataChanged = !JsonNode.DeepEquals(existing.Metadata, resource.Metadata);
        if (names.Count == 0 && !metadataChanged)
        {
            return null;
        }

        var replacedBy = ResourceTypes.Find(_context.Step, resource.Type)?.ReplacedBy ?? new HashSet<string>();
        var details = names
            .SelectMany(name => PropertyChange.Details(this, resource, name, existing.Properties[name], properties[name], replacedBy.Contains(name)))
            .ToList();
        return new()
        {
            Action = "Modify",
            LogicalResourceId = resource.LogicalId,
            PhysicalResourceId = existing.PhysicalId,
            ResourceType = resource.Type,
            Replacement = Replacement(names.Where(replacedBy.Contains).ToList(), properties),
            Scope = [.. names.Count > 0 ? ["Properties"] : Array.Empty<string>(), .. metadataChanged ? ["Metadata"] : Array.Empty<string>()],
            Details = details,
            BeforeContext = Context(existing.Properties),
            AfterContext = Context(properties),
        };
    }

    private static ResourceChange Removed(StackResourceRecord resource) => new()
    {
        Action = "Remove",
        PolicyAction = resource.DeletionPolicy is "Retain" ? "Retain" : "Delete",
        LogicalResourceId = resource.LogicalId,
        PhysicalResourceId = resource.PhysicalId,
        ResourceType = resource.Type,
        Scope = [],
        Details = [],
        BeforeContext = Context(resource.Properties),
    };

    // A property that replaces and whose new value is not known yet may turn out to be the old one.
    private static string Replacement(List<string> replacing, JsonObject properties) =>
        replacing.Count == 0 ? "False"
        : replacing.All(name => IsUnknown(properties[name])) ? "Conditional"
        : "True";

    internal static bool IsUnknown(JsonNode? value) => value?.ToJsonString().Contains(KnownAfterApply, StringComparison.Ordinal) == true;

    /// <summary>Whether the resource's physical id is only known once it is made.</summary>
    internal bool IsNew(string logicalId) =>
        _template.Resources.ContainsKey(logicalId) && Planned(logicalId) is { Action: "Add" } or { Replacement: "True" or "Conditional" };

    private JsonNode? Reference(string name) => !_template.Resources.ContainsKey(name)
        ? throw new TemplateException($"Template format error: Unresolved resource dependencies [{name}] in the Resources block of the template")
        : IsNew(name) ? KnownAfterApply : _current[name].Ref ?? _current[name].PhysicalId;

    private JsonNode? Attribute(string name, string attribute) => !_template.Resources.ContainsKey(name)
        ? throw new TemplateException($"Template format error: Unresolved resource dependencies [{name}] in the Resources block of the template")
        : IsNew(name) ? KnownAfterApply : StackScope.Attribute(_context.Step, _current[name], attribute);

    private static string Context(JsonNode? properties) => new JsonObject { ["Properties"] = properties?.DeepClone() }.ToJsonString();
}
