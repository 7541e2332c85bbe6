using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Intrinsics;

/// <summary>The functions of conditions and rules: what comes out is true or false.</summary>
internal static class ConditionFunctions
{
    private static readonly Dictionary<string, Func<Scope, JsonNode?, bool>> Table = new(StringComparer.Ordinal)
    {
        ["Fn::Equals"] = Equal,
        ["Fn::Not"] = (scope, argument) => !Decide(scope, Items(argument, "Fn::Not", 1, 1)[0]),
        ["Fn::And"] = (scope, argument) => Items(argument, "Fn::And", 2, 10).Select(one => Decide(scope, one)).ToList().All(holds => holds),
        ["Fn::Or"] = (scope, argument) => Items(argument, "Fn::Or", 2, 10).Select(one => Decide(scope, one)).ToList().Any(holds => holds),
        ["Fn::Contains"] = (scope, argument) =>
            Items(argument, "Fn::Contains", 2, 2) is var both && Texts(scope, both[0]).Contains(Resolver.Text(scope, both[1], "Fn::Contains")),
        ["Fn::EachMemberEquals"] = (scope, argument) => Items(argument, "Fn::EachMemberEquals", 2, 2) is var both
            && Resolver.Text(scope, both[1], "Fn::EachMemberEquals") is var wanted && Texts(scope, both[0]).All(member => member == wanted),
        ["Fn::EachMemberIn"] = (scope, argument) => Items(argument, "Fn::EachMemberIn", 2, 2) is var both
            && Texts(scope, both[1]) is var allowed && Texts(scope, both[0]).All(allowed.Contains),
    };

    internal static bool Is(string name) => Table.ContainsKey(name);

    /// <summary>Decides a condition: a function of conditions, <c>{"Condition": name}</c>, or a literal.</summary>
    internal static bool Decide(Scope scope, JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } one when one.First() is var (name, argument) => name switch
        {
            "Condition" => scope.Holds(Resolver.Text(scope, argument, "Condition")),
            _ when Table.TryGetValue(name, out var function) => function(scope, argument),
            _ => Literal(Resolver.Resolve(scope, node)),
        },
        _ => Literal(node),
    };

    private static bool Equal(Scope scope, JsonNode? argument)
    {
        var both = Items(argument, "Fn::Equals", 2, 2);
        return (Resolver.Resolve(scope, both[0]), Resolver.Resolve(scope, both[1])) switch
        {
            (JsonValue one, JsonValue other) => ScalarText.Of(one) == ScalarText.Of(other),
            var (one, other) => JsonNode.DeepEquals(one, other),
        };
    }

    private static JsonArray Items(JsonNode? argument, string function, int min, int max) =>
        argument is JsonArray items && items.Count >= min && items.Count <= max
        ? items
        : throw new TemplateException($"Template error: every {function} object requires a list of {(min == max ? min : $"{min} to {max}")} parameters.");

    private static List<string> Texts(Scope scope, JsonNode? node) => Resolver.Resolve(scope, node) is JsonArray list
        ? list.Select(item => ScalarText.Of(item!)).ToList()
        : throw new TemplateException("Template error: a rule function requires a list of strings here.");

    private static bool Literal(JsonNode? node) => node is JsonValue value && bool.TryParse(ScalarText.Of(value), out var holds)
        ? holds
        : throw new TemplateException($"Template error: a condition must be true or false, not {node?.ToJsonString() ?? "null"}");
}
