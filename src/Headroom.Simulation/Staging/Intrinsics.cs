using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Headroom.Simulation.Staging;

/// <summary>Resolves the intrinsic functions that the shipped template uses.</summary>
internal sealed partial class Intrinsics(Func<string, JsonNode?> reference, Func<string, string, JsonNode?> attribute)
{
    internal JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } only when only.Single() is var (name, argument) && Function(name, argument) is { } result => result,
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Resolve)]),
        _ => node?.DeepClone(),
    };

    private JsonNode? Function(string name, JsonNode? argument) => name switch
    {
        "Ref" => reference(argument!.ToString())?.DeepClone(),
        "Fn::GetAtt" => attribute(argument![0]!.ToString(), argument[1]!.ToString())?.DeepClone(),
        "Fn::Join" => string.Join(argument![0]!.ToString(), argument[1]!.AsArray().Select(part => Resolve(part)!.ToString())),
        "Fn::Sub" => Placeholder().Replace(argument!.ToString(), found => reference(found.Groups[1].Value)!.ToString()),
        _ => null,
    };

    [GeneratedRegex(@"\$\{([^}]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
