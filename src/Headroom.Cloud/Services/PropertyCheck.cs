using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Headroom.Cloud.Services;

/// <summary>Finds what a record has no member for, and what it lacks, at any depth of a resource's properties.</summary>
internal static class PropertyCheck
{
    /// <summary>What is wrong in CloudFormation's words, or null.</summary>
    /// <param name="type">What <paramref name="given"/> is to be read into.</param>
    /// <param name="given">A property's value.</param>
    /// <param name="path">Where it is: names and positions after slashes; empty for the properties themselves.</param>
    internal static string? Refuse(JsonTypeInfo type, JsonNode? given, string path) => (type.Kind, given) switch
    {
        (JsonTypeInfoKind.Object, JsonObject members) => Members(type, members, path),
        (JsonTypeInfoKind.Enumerable, JsonArray items) => First(items.Select((item, i) => Refuse(ElementOf(type), item, $"{path}/{i}"))),
        (JsonTypeInfoKind.Dictionary, JsonObject entries) => First(entries.Select(entry => Refuse(ElementOf(type), entry.Value, $"{path}/{entry.Key}"))),
        _ => null,
    };

    private static string? Members(JsonTypeInfo type, JsonObject given, string path)
    {
        var named = type.Options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        JsonPropertyInfo? Known(string name) => type.Properties.FirstOrDefault(property => string.Equals(property.Name, name, named));

        return First(given.Select(member => Known(member.Key) is { } known
                ? Refuse(type.Options.GetTypeInfo(known.PropertyType), member.Value, $"{path}/{member.Key}")
                : $"Encountered unsupported property {$"{path}/{member.Key}"[1..]}"))
            ?? First(type.Properties
                .Where(property => property.IsRequired && given.All(member => !string.Equals(member.Key, property.Name, named)))
                .Select(property => $"Properties validation failed: #{path}: required key [{property.Name}] not found"));
    }

    // Lists and maps of the records are IReadOnlyList<T> and IReadOnlyDictionary<string, T>.
    private static JsonTypeInfo ElementOf(JsonTypeInfo type) => type.Options.GetTypeInfo(type.Type.GenericTypeArguments[^1]);

    private static string? First(IEnumerable<string?> problems) => problems.FirstOrDefault(problem => problem is not null);
}
