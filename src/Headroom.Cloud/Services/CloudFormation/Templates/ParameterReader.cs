using System.Globalization;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Services.CloudFormation.Templates;

/// <summary>Reads the declaration of a parameter (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html).</summary>
internal static class ParameterReader
{
    private static readonly HashSet<string> Members =
    [
        "Type", "Default", "NoEcho", "Description", "AllowedValues", "AllowedPattern", "MinLength", "MaxLength", "MinValue", "MaxValue",
        "ConstraintDescription",
    ];

    internal static DeclaredParameter Read(string name, JsonNode? node)
    {
        var parameter = node as JsonObject ?? throw new TemplateException($"Template format error: Parameter {name} is malformed.");
        if (parameter.Select(member => member.Key).FirstOrDefault(key => !Members.Contains(key)) is { } unknown)
        {
            throw new TemplateException($"Invalid template parameter property '{unknown}'");
        }

        return new(name, Text(parameter, "Type") ?? throw new TemplateException("Template format error: Every Parameters object must contain a Type member."))
        {
            Default = Text(parameter, "Default"),
            NoEcho = string.Equals(Text(parameter, "NoEcho"), "true", StringComparison.OrdinalIgnoreCase),
            Description = Text(parameter, "Description"),
            AllowedValues = (parameter["AllowedValues"] as JsonArray)?.Select(value => TemplateReader.Text(value) ?? "").ToList(),
            AllowedPattern = Text(parameter, "AllowedPattern"),
            MinLength = Whole(parameter, "MinLength"),
            MaxLength = Whole(parameter, "MaxLength"),
            MinValue = Number(parameter, "MinValue"),
            MaxValue = Number(parameter, "MaxValue"),
            ConstraintDescription = Text(parameter, "ConstraintDescription"),
        };
    }

    private static string? Text(JsonObject parameter, string member) => TemplateReader.Text(parameter[member]);

    private static long? Whole(JsonObject parameter, string member) => (long?)Number(parameter, member);

    private static decimal? Number(JsonObject parameter, string member) => Text(parameter, member) switch
    {
        null => null,
        var text when decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new TemplateException($"Template format error: {member} must be a number."),
    };
}
