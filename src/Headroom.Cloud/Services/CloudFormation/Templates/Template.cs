using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.CloudFormation.Templates;

/// <summary>A template, read and checked (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html).</summary>
internal sealed record Template
{
    /// <summary>A template that declares nothing: what a stack is brought to when it is deleted.</summary>
    internal static Template Empty { get; } = new();

    public string? Description { get; init; }

    public IReadOnlyDictionary<string, DeclaredParameter> Parameters { get; init; } = new Dictionary<string, DeclaredParameter>();

    /// <summary>Map name → top-level key → second-level key → value.</summary>
    public JsonObject Mappings { get; init; } = [];

    public IReadOnlyDictionary<string, JsonNode?> Conditions { get; init; } = new Dictionary<string, JsonNode?>();

    public IReadOnlyDictionary<string, TemplateRule> Rules { get; init; } = new Dictionary<string, TemplateRule>();

    /// <summary>In the order of the template.</summary>
    public IReadOnlyDictionary<string, TemplateResource> Resources { get; init; } = new Dictionary<string, TemplateResource>();

    public IReadOnlyDictionary<string, TemplateOutput> Outputs { get; init; } = new Dictionary<string, TemplateOutput>();

    public JsonNode? Metadata { get; init; }

    /// <summary>Only <c>AWS::LanguageExtensions</c> can be here.</summary>
    public IReadOnlyList<string> Transforms { get; init; } = [];
}

/// <summary>A parameter's declaration.</summary>
internal sealed record DeclaredParameter(string Name, string Type)
{
    public string? Default { get; init; }

    public bool NoEcho { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<string>? AllowedValues { get; init; }

    public string? AllowedPattern { get; init; }

    public long? MinLength { get; init; }

    public long? MaxLength { get; init; }

    public decimal? MinValue { get; init; }

    public decimal? MaxValue { get; init; }

    public string? ConstraintDescription { get; init; }
}

/// <summary>A rule: where its condition holds (or it has none), every assertion must.</summary>
internal sealed record TemplateRule(JsonNode? RuleCondition, IReadOnlyList<(JsonNode? Assert, string? Description)> Assertions);

/// <summary>A resource's declaration; its properties as written.</summary>
internal sealed record TemplateResource(string LogicalId, string Type, JsonObject Properties)
{
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public string? Condition { get; init; }

    public string DeletionPolicy { get; init; } = "Delete";

    public string? UpdateReplacePolicy { get; init; }

    public JsonNode? Metadata { get; init; }

    /// <summary>Logical ids that its properties refer to, and those of DependsOn.</summary>
    public IReadOnlySet<string> Dependencies { get; init; } = new HashSet<string>();
}

/// <summary>An output's declaration.</summary>
internal sealed record TemplateOutput(string Name, JsonNode? Value)
{
    public string? Description { get; init; }

    public string? Condition { get; init; }

    public JsonNode? ExportName { get; init; }
}
