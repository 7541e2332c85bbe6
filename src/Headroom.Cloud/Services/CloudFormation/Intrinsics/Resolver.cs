using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Headroom.Cloud.Services.CloudFormation.Templates;

namespace Headroom.Cloud.Services.CloudFormation.Intrinsics;

/// <summary>Resolves a part of a template: every function gives way to its value, whatever is AWS::NoValue disappears.</summary>
internal static partial class Resolver
{
    /// <summary>The resolved part, made of new nodes; <see cref="PseudoParameters.NoValue"/> where nothing is left of it.</summary>
    /// <exception cref="TemplateException">A function cannot be resolved.</exception>
    internal static JsonNode? Resolve(Scope scope, JsonNode? node) => node switch
    {
        null => null,
        JsonObject { Count: 1 } one when one.First() is var (name, argument) && IsFunction(name, argument) => Functions.Call(scope, name, argument),
        JsonObject members => new JsonObject(Kept(members.Select(member => KeyValuePair.Create(member.Key, Resolve(scope, member.Value))), pair => pair.Value)),
        JsonArray items => new JsonArray(Kept(items.Select(item => Resolve(scope, item)), item => item).ToArray()),
        _ when node.GetValueKind() == JsonValueKind.String => Text(scope, node.GetValue<string>()),
        _ => node.DeepClone(),
    };

    /// <summary>A part that must come out as text.</summary>
    internal static string Text(Scope scope, JsonNode? node, string function) => Resolve(scope, node) switch
    {
        JsonValue value when !ReferenceEquals(value, PseudoParameters.NoValue) => ScalarText.Of(value),
        _ => throw new TemplateException($"Template error: every {function} argument of this kind must resolve to a string."),
    };

    /// <summary>A part that must come out as a list.</summary>
    internal static JsonArray List(Scope scope, JsonNode? node, string function) =>
        Resolve(scope, node) as JsonArray ?? throw new TemplateException($"Template error: {function} requires a list here.");

    private static bool IsFunction(string name, JsonNode? argument) =>
        name.StartsWith("Fn::", StringComparison.Ordinal) || (name == "Ref" && argument is JsonValue);

    private static IEnumerable<T> Kept<T>(IEnumerable<T> resolved, Func<T, JsonNode?> value) =>
        resolved.Where(one => !ReferenceEquals(value(one), PseudoParameters.NoValue));

    private static JsonNode Text(Scope scope, string text) => text.Contains("{{resolve:", StringComparison.Ordinal)
        ? DynamicReference().Replace(text, match => scope.Dynamic(match.Groups["service"].Value, match.Groups["key"].Value))
        : text;

    [GeneratedRegex(@"\{\{resolve:(?<service>[^:}]+):(?<key>[^}]+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex DynamicReference();
}
