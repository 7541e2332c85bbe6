using System.Text.Json;
using System.Text.Json.Nodes;

namespace Headroom.Cloud.Identity.Policies;

/// <summary>Values in a policy: one text or a list of texts; numbers and booleans count as their text.</summary>
internal static class PolicyValues
{
    internal static string Text(JsonNode? node, string element) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => node.ToJsonString(),
        _ => throw new PolicySyntaxException($"Syntax errors in policy: {element} must be text."),
    };

    internal static IReadOnlyList<string> Texts(JsonNode? node, string element) => node is JsonArray many
        ? many.Select(item => Text(item, element)).ToList()
        : [Text(node, element)];
}
