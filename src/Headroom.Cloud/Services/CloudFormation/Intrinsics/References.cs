using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Headroom.Cloud.Services.CloudFormation.Intrinsics;

/// <summary>Finds what a part of a template refers to, without resolving it.</summary>
internal static partial class References
{
    /// <summary>The logical names (of resources, parameters, pseudo parameters) that Ref, Fn::GetAtt and Fn::Sub mention.</summary>
    internal static IEnumerable<string> In(JsonNode? node) => Mentioned(node).Select(mention => mention.Split('.', 2)[0]);

    /// <summary>The same as written: <c>Name</c> for a Ref, <c>Name.Attribute</c> for an attribute.</summary>
    internal static IEnumerable<string> Mentioned(JsonNode? node) => node switch
    {
        JsonArray many => many.SelectMany(Mentioned),
        JsonObject { Count: 1 } function when function.First() is var (name, argument) => (name, argument) switch
        {
            ("Ref", JsonValue target) => [ScalarText.Of(target)],
            ("Fn::GetAtt", JsonArray { Count: 2 } path) when path[0] is JsonValue resource =>
                [path[1] is JsonValue attribute ? $"{resource}.{attribute}" : resource.ToString(), .. Mentioned(path[1])],
            ("Fn::GetAtt", JsonValue path) => [ScalarText.Of(path)],
            ("Fn::Sub", JsonValue text) => Placeholders(ScalarText.Of(text)),
            ("Fn::Sub", JsonArray { Count: 2 } both) when both[0] is JsonValue text && both[1] is JsonObject own =>
                Placeholders(ScalarText.Of(text)).Where(mention => !own.ContainsKey(mention)).Concat(Mentioned(own)),
            _ => Mentioned(argument),
        },
        JsonObject members => members.SelectMany(member => Mentioned(member.Value)),
        _ => [],
    };

    /// <summary>What stands in <c>${…}</c>; <c>${!x}</c> is the literal <c>${x}</c>.</summary>
    [GeneratedRegex(@"\$\{(?<name>[^!}][^}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    internal static partial Regex Placeholder();

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Groups["name"].Value.Trim());
}
