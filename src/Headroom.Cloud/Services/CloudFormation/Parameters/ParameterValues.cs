using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Templates;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Services.CloudFormation.Parameters;

/// <summary>The kinds of parameter types, and what a value of each is for Ref.</summary>
internal static class ParameterValues
{
    private const string SsmPrefix = "AWS::SSM::Parameter::Value<";

    /// <summary>Whether the value names a parameter of Parameter Store, whose value counts.</summary>
    internal static bool IsSsm(DeclaredParameter parameter) => parameter.Type.StartsWith(SsmPrefix, StringComparison.Ordinal);

    /// <summary>The values that Ref gives, of parameters that were resolved.</summary>
    internal static IEnumerable<KeyValuePair<string, JsonNode?>> Of(Template template, IReadOnlyList<Parameter> parameters) => parameters
        .Where(parameter => template.Parameters.ContainsKey(parameter.ParameterKey!))
        .Select(parameter => KeyValuePair.Create(
            parameter.ParameterKey!,
            Value(template.Parameters[parameter.ParameterKey!].Type, parameter.ResolvedValue ?? parameter.ParameterValue ?? "")));

    private static JsonNode? Value(string type, string text)
    {
        var inner = type.StartsWith(SsmPrefix, StringComparison.Ordinal) ? type[SsmPrefix.Length..^1] : type;
        var isList = inner is "CommaDelimitedList" || inner.StartsWith("List<", StringComparison.Ordinal);
        return isList ? new JsonArray(Items(text).Select(item => (JsonNode?)item).ToArray()) : text;
    }

    private static IEnumerable<string> Items(string text) => text.Length == 0 ? [] : text.Split(',').Select(item => item.Trim());
}
