using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Intrinsics;

/// <summary>
/// Fn::Sub: <c>${Name}</c> is the function's own variable, else Ref; <c>${Name.Attribute}</c> is Fn::GetAtt; <c>${!x}</c> is the text
/// <c>${x}</c>.
/// </summary>
internal static class SubFunction
{
    internal static JsonNode Resolve(Scope scope, JsonNode? argument)
    {
        var (text, own) = argument switch
        {
            JsonValue only => (ScalarText.Of(only), []),
            JsonArray { Count: 2 } both when both[0] is JsonValue first && both[1] is JsonObject variables => (ScalarText.Of(first), variables),
            _ => throw new TemplateException(
                "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. "
                + "Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string"),
        };
        return References.Placeholder()
            .Replace(text, match => Value(scope, match.Groups["name"].Value.Trim(), own))
            .Replace("${!", "${", StringComparison.Ordinal);
    }

    private static string Value(Scope scope, string name, JsonObject own)
    {
        var value = own.ContainsKey(name) ? Resolver.Resolve(scope, own[name])
            : name.Split('.', 2) is [var resource, var attribute] ? scope.GetAtt(resource, attribute)
            : scope.Lookup(name);
        return value is JsonValue scalar
            ? ScalarText.Of(scalar)
            : throw new TemplateException($"Template error: variable {name} in Fn::Sub expression does not resolve to a string");
    }
}
