using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;
using Headroom.States.Definition;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.StepFunctions.Testing;

/// <summary>Whether a mocked result is what the API could answer.</summary>
internal static class MockedResults
{
    /// <summary>In mebibytes.</summary>
    private const int LargestFunction = 10_240;

    /// <summary>The first thing that is wrong, in Step Functions' words; null where nothing is, or the API is not known.</summary>
    public static string? Check(TaskResource resource, States.Json.JsonValue result, bool mustBeComplete) =>
        TaskIntegrations.Find(resource)?.Operation.Output is { } output
            ? Structure(output, WireJson.Parse(result.ToString()), mustBeComplete, "result")
            : null;

    private static string? Structure(StructureShape shape, JsonNode? value, bool mustBeComplete, string name)
    {
        if (value is not JsonObject members)
        {
            return MustBe(name, "an object");
        }

        if (mustBeComplete && shape.Members.FirstOrDefault(member => member.Required && Find(members, member.Name) is null) is { } missing)
        {
            return $"Field '{Pascal(missing.Name)}' is required";
        }

        return shape.Members
            .Select(member => Find(members, member.Name) is { } given ? Value(member.Shape, given, mustBeComplete, Pascal(member.Name)) : null)
            .FirstOrDefault(problem => problem is not null);
    }

    private static string? Value(Shape shape, JsonNode value, bool mustBeComplete, string name) => (shape, value) switch
    {
        (StructureShape structure, _) => Structure(structure, value, mustBeComplete, name),
        (ListShape list, JsonArray elements) => elements.Select(element => element is null ? null : Value(list.Element.Shape, element, mustBeComplete, name))
            .FirstOrDefault(problem => problem is not null) ?? Length(list, elements.Count, name),
        (ListShape, _) => MustBe(name, "an array"),
        (MapShape map, JsonObject entries) => entries.Select(entry => entry.Value is null ? null : Value(map.Value.Shape, entry.Value, mustBeComplete, name))
            .FirstOrDefault(problem => problem is not null),
        (MapShape, _) => MustBe(name, "an object"),
        // A function's payload is shown as JSON, whatever it is.
        (BlobShape, _) when name == "Payload" => null,
        (StringShape text, _) => Text(value) is not { } given ? MustBe(name, "a string")
            : text.Enum.Count > 0 && !text.Enum.Contains(given) ? $"Field '{name}' is not an expected value"
            : Length(text, given.Length, name),
        (BlobShape, _) => Text(value) is { } given ? Length(shape, given.Length, name) : MustBe(name, "a string"),
        (IntegerShape or FloatShape, _) => value.GetValueKind() == JsonValueKind.Number
            ? Range(shape, value.GetValue<decimal>(), name)
            : MustBe(name, "a number"),
        (BooleanShape, _) => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : MustBe(name, "a boolean"),
        _ => null,
    };

    private static string? Range(Shape shape, decimal value, string name) =>
        value < shape.Min ? $"Field '{name}' is less than the minimum value"
        : value > MostOf(shape) ? $"Field '{name}' exceeds the maximum value"
        : null;

    /// <summary>Step Functions checks by an older description of Lambda: from before functions on managed instances, which may have more memory.</summary>
    private static decimal? MostOf(Shape shape) => shape.Name == "MemorySize" ? Math.Min(LargestFunction, shape.Max ?? LargestFunction) : shape.Max;

    private static string? Length(Shape shape, int length, string name) =>
        length < shape.Min ? $"Field '{name}' is smaller than the minimum length"
        : length > shape.Max ? $"Field '{name}' exceeds the maximum length"
        : null;

    private static string MustBe(string name, string kind) => $"Field '{name}' must be {kind}";

    private static string? Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static JsonNode? Find(JsonObject members, string name) =>
        members.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
