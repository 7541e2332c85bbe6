using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Intrinsics;

namespace Headroom.Cloud.Services.CloudFormation.Templates;

/// <summary>JSON to a template; what CloudFormation would refuse about it is refused in its words.</summary>
internal static class TemplateReader
{
    private const string LanguageExtensions = "AWS::LanguageExtensions";

    private static readonly HashSet<string> Sections =
    [
        "AWSTemplateFormatVersion", "Description", "Metadata", "Parameters", "Mappings", "Conditions", "Rules", "Resources", "Outputs",
        "Transform", "Hooks",
    ];

    private static readonly HashSet<string> ResourceAttributes =
    [
        "Type", "Properties", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "CreationPolicy", "UpdatePolicy",
    ];

    internal static Template Read(JsonObject text)
    {
        if (text.Select(section => section.Key).Where(key => !Sections.Contains(key)).ToList() is { Count: > 0 } unknown)
        {
            throw new TemplateException($"Invalid template property or properties [{string.Join(", ", unknown)}]");
        }

        var template = new Template
        {
            Description = Text(text["Description"]),
            Metadata = text["Metadata"],
            Parameters = Section(text, "Parameters", ParameterReader.Read),
            Mappings = text["Mappings"] as JsonObject ?? [],
            Conditions = Section(text, "Conditions", (_, condition) => condition),
            Rules = Section(text, "Rules", Rule),
            Resources = Section(text, "Resources", Resource),
            Outputs = Section(text, "Outputs", Output),
            Transforms = Transforms(text["Transform"]),
        };
        TemplateChecks.Check(template);
        return template;
    }

    internal static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value => ScalarText.Of(value),
        _ => throw new TemplateException("Template format error: every value of this kind must be a string."),
    };

    private static Dictionary<string, T> Section<T>(JsonObject template, string name, Func<string, JsonNode?, T> read) => template[name] switch
    {
        null => [],
        JsonObject section => section.ToDictionary(entry => entry.Key, entry => read(entry.Key, entry.Value)),
        _ => throw new TemplateException($"Template format error: {name} must be an object."),
    };

    private static TemplateResource Resource(string logicalId, JsonNode? node)
    {
        var resource = Object(node, $"[/Resources/{logicalId}] resource definition is malformed");
        if (resource.Select(entry => entry.Key).FirstOrDefault(key => !ResourceAttributes.Contains(key)) is { } unknown)
        {
            throw new TemplateException($"Invalid template resource property '{unknown}'");
        }

        var properties = resource["Properties"] is null
            ? []
            : Object(resource["Properties"], $"[/Resources/{logicalId}/Properties] 'Properties' must be an object");
        if (PathOfNull(properties) is { } path)
        {
            throw new TemplateException($"Template format error: [/Resources/{logicalId}/Properties{path}] 'null' values are not allowed in templates");
        }

        IReadOnlyList<string> dependsOn = resource["DependsOn"] switch
        {
            null => [],
            JsonArray many => many.Select(one => Text(one)!).ToList(),
            var one => [Text(one)!],
        };
        return new(
            logicalId,
            Text(resource["Type"])
                ?? throw new TemplateException($"Template format error: [/Resources/{logicalId}] Every Resources object must contain a Type member."),
            properties)
        {
            DependsOn = dependsOn,
            Condition = Text(resource["Condition"]),
            DeletionPolicy = Text(resource["DeletionPolicy"]) ?? "Delete",
            UpdateReplacePolicy = Text(resource["UpdateReplacePolicy"]),
            Metadata = resource["Metadata"],
            Dependencies = References.In(properties).Concat(dependsOn).ToHashSet(),
        };
    }

    private static TemplateOutput Output(string name, JsonNode? node)
    {
        var output = Object(node, $"Output {name} is malformed");
        return new(
            name,
            output.ContainsKey("Value")
                ? output["Value"]
                : throw new TemplateException($"Template format error: [/Outputs/{name}] Every Outputs member must contain a Value object"))
        {
            Description = Text(output["Description"]),
            Condition = Text(output["Condition"]),
            ExportName = (output["Export"] as JsonObject)?["Name"],
        };
    }

    private static TemplateRule Rule(string name, JsonNode? node)
    {
        var rule = Object(node, $"Rule {name} is malformed");
        var assertions = (rule["Assertions"] as JsonArray ?? []).Select(one => Object(one, $"Rule {name} is malformed"));
        return new(rule["RuleCondition"], assertions.Select(one => (one["Assert"], Text(one["AssertDescription"]))).ToList());
    }

    private static List<string> Transforms(JsonNode? node)
    {
        IReadOnlyList<string?> names = node switch
        {
            null => [],
            JsonArray many => many.Select(Text).ToList(),
            var one => [Text(one)],
        };
        return names.FirstOrDefault(name => name != LanguageExtensions) is { } macro
            ? throw new TemplateException($"No transform named {macro} found. The embedded cloud has {LanguageExtensions} only.")
            : names.OfType<string>().ToList();
    }

    private static string? PathOfNull(JsonNode? node) => node switch
    {
        null => "",
        JsonObject members => First(members.Select(member => PathOfNull(member.Value) is { } path ? $"/{member.Key}{path}" : null)),
        JsonArray items => First(items.Select((item, index) => PathOfNull(item) is { } path ? $"/{index}{path}" : null)),
        _ => null,
    };

    private static string? First(IEnumerable<string?> paths) => paths.FirstOrDefault(path => path is not null);

    private static JsonObject Object(JsonNode? node, string problem) =>
        node as JsonObject ?? throw new TemplateException($"Template format error: {problem}.");
}
