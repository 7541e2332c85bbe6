using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Intrinsics;

/// <summary>
/// The table of intrinsic functions
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html).
/// </summary>
internal static class Functions
{
    private static readonly Dictionary<string, Func<Scope, JsonNode?, JsonNode?>> Table = new(StringComparer.Ordinal)
    {
        ["Ref"] = (scope, argument) => Fresh(scope.Lookup(ScalarText.Of(argument!))),
        ["Fn::GetAtt"] = GetAtt,
        ["Fn::Sub"] = SubFunction.Resolve,
        ["Fn::Join"] = Join,
        ["Fn::Select"] = Select,
        ["Fn::Split"] = Split,
        ["Fn::FindInMap"] = MapFunction.Find,
        ["Fn::Base64"] = (scope, argument) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Resolver.Text(scope, argument, "Fn::Base64"))),
        ["Fn::GetAZs"] = AvailabilityZones,
        ["Fn::Cidr"] = CidrFunction.Resolve,
        ["Fn::ImportValue"] = ImportValue,
        ["Fn::If"] = If,
        ["Fn::Length"] = (scope, argument) => Resolver.List(scope, argument, "Fn::Length").Count,
        ["Fn::ToJsonString"] = (scope, argument) => Resolver.Resolve(scope, argument)?.ToJsonString(),
    };

    internal static JsonNode? Call(Scope scope, string name, JsonNode? argument)
    {
        if (ConditionFunctions.Is(name))
        {
            return ConditionFunctions.Decide(scope, new JsonObject { [name] = argument?.DeepClone() });
        }

        return Table.TryGetValue(name, out var function)
            ? function(scope, argument)
            : throw new TemplateException($"Template error: the embedded cloud has no function {name}; it has {string.Join(", ", Table.Keys)}.");
    }

    private static JsonNode? GetAtt(Scope scope, JsonNode? argument)
    {
        var (resource, attribute) = argument switch
        {
            JsonArray { Count: 2 } path => (Resolver.Text(scope, path[0], "Fn::GetAtt"), Resolver.Text(scope, path[1], "Fn::GetAtt")),
            JsonValue path when ScalarText.Of(path).Split('.', 2) is [var name, var rest] => (name, rest),
            _ => throw new TemplateException(
                "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute"),
        };
        return Fresh(scope.GetAtt(resource, attribute));
    }

    private static JsonNode Join(Scope scope, JsonNode? argument)
    {
        if (argument is not JsonArray { Count: 2 } both)
        {
            throw new TemplateException(
                "Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined "
                + "or a function that returns a list of strings.");
        }

        var parts = Resolver.List(scope, both[1], "Fn::Join").Select(part => part is JsonValue value
            ? ScalarText.Of(value)
            : throw new TemplateException("Template error: every Fn::Join list must hold strings only."));
        return string.Join(Resolver.Text(scope, both[0], "Fn::Join"), parts);
    }

    private static JsonNode? Select(Scope scope, JsonNode? argument)
    {
        if (argument is not JsonArray { Count: 2 } both)
        {
            throw new TemplateException("Template error: Fn::Select requires a list argument with two elements: an integer index and a list.");
        }

        var list = Resolver.List(scope, both[1], "Fn::Select");
        return int.TryParse(Resolver.Text(scope, both[0], "Fn::Select"), CultureInfo.InvariantCulture, out var index) && index >= 0 && index < list.Count
            ? Fresh(list[index])
            : throw new TemplateException("Template error: Fn::Select cannot select nonexistent value at index " + both[0]?.ToJsonString());
    }

    private static JsonArray Split(Scope scope, JsonNode? argument) => argument is JsonArray { Count: 2 } both
        ? new(Resolver.Text(scope, both[1], "Fn::Split").Split(Resolver.Text(scope, both[0], "Fn::Split")).Select(part => (JsonNode?)part).ToArray())
        : throw new TemplateException(
            "Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split.");

    private static JsonArray AvailabilityZones(Scope scope, JsonNode? argument)
    {
        var region = Resolver.Text(scope, argument, "Fn::GetAZs") is { Length: > 0 } given ? given : scope.Region;
        return [region + "a", region + "b", region + "c"];
    }

    private static JsonNode ImportValue(Scope scope, JsonNode? argument)
    {
        var name = Resolver.Text(scope, argument, "Fn::ImportValue");
        return scope.Import(name) ?? throw new TemplateException($"No export named {name} found. Rollback requested by user.");
    }

    private static JsonNode? If(Scope scope, JsonNode? argument) => argument is JsonArray { Count: 3 } three && three[0] is JsonValue condition
        ? Resolver.Resolve(scope, scope.Holds(ScalarText.Of(condition)) ? three[1] : three[2])
        : throw new TemplateException("Template error: Fn::If requires a list argument with the first element being a condition");

    // A node has one parent: what is used twice is copied. NoValue is told by reference.
    private static JsonNode? Fresh(JsonNode? value) => ReferenceEquals(value, PseudoParameters.NoValue) ? value : value?.DeepClone();
}
