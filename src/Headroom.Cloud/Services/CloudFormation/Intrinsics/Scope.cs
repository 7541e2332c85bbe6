using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Intrinsics;

/// <summary>What the template's functions can see while they are resolved.</summary>
internal sealed class Scope
{
    private readonly Dictionary<string, bool?> _conditions = [];

    /// <summary>The template whose mappings and conditions count.</summary>
    public required Template Template { get; init; }

    /// <summary>The values of parameters and pseudo parameters.</summary>
    public required IReadOnlyDictionary<string, JsonNode?> Values { get; init; }

    /// <summary>The Region, for Fn::GetAZs.</summary>
    public required string Region { get; init; }

    /// <summary>What Ref gives for a resource.</summary>
    public required Func<string, JsonNode?> Ref { get; init; }

    /// <summary>What Fn::GetAtt gives for a resource's attribute.</summary>
    public required Func<string, string, JsonNode?> GetAtt { get; init; }

    /// <summary>The value of an export, or null where there is none.</summary>
    public required Func<string, string?> Import { get; init; }

    /// <summary>The value of a dynamic reference <c>{{resolve:service:key}}</c>.</summary>
    public required Func<string, string, string> Dynamic { get; init; }

    /// <summary>A parameter, a pseudo parameter or a resource.</summary>
    internal JsonNode? Lookup(string name) => Values.TryGetValue(name, out var value) ? value : Ref(name);

    /// <summary>Whether a condition of the template holds; each is decided once.</summary>
    internal bool Holds(string condition)
    {
        if (_conditions.TryGetValue(condition, out var known))
        {
            return known ?? throw new TemplateException($"Template format error: Circular dependency in condition {condition}");
        }

        if (!Template.Conditions.TryGetValue(condition, out var node))
        {
            throw new TemplateException($"Template format error: Unresolved condition {condition}");
        }

        _conditions[condition] = null;
        var holds = ConditionFunctions.Decide(this, node);
        _conditions[condition] = holds;
        return holds;
    }

    /// <summary>The resources of the template whose condition holds, in its order.</summary>
    internal IEnumerable<TemplateResource> Wanted() =>
        Template.Resources.Values.Where(resource => resource.Condition is null || Holds(resource.Condition));
}
