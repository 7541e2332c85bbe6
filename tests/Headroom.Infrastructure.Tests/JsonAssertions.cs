using System.Text.Json.Nodes;

namespace Headroom.Infrastructure.Tests;

/// <summary>Compares a part of a template.</summary>
internal static class JsonAssertions
{
    /// <summary>A number, a plain text, or JSON text for lists and objects (unless <paramref name="asText"/>).</summary>
    internal static void ShouldBeJson(this JsonNode? actual, object expected, bool asText = false)
    {
        var node = expected is string text && !asText && text.StartsWith('[') ? JsonNode.Parse(text) : JsonValue.Create(expected);
        JsonNode.DeepEquals(actual, node).ShouldBeTrue($"{actual?.ToJsonString() ?? "nothing"} should be {node?.ToJsonString()}");
    }
}
