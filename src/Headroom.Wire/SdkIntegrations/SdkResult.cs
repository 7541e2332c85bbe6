using System.Text;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;

namespace Headroom.Wire.SdkIntegrations;

/// <summary>What a state machine sees of an answer: members in PascalCase, blobs as their text, instants without a fraction of zero.</summary>
public static class SdkResult
{
    /// <summary>A Task's result. Keys of maps and whole documents stay as they are.</summary>
    /// <param name="operation">The operation that answered.</param>
    /// <param name="response">The answer in its canonical form.</param>
    public static JsonObject Write(OperationDescription operation, JsonObject response) =>
        operation.Output is { } output ? Structure(output, response) : [];

    private static JsonObject Structure(StructureShape shape, JsonObject json) =>
        new(json.Where(entry => entry.Value is not null).Select(entry =>
        {
            var member = shape.MemberNamed(entry.Key) ?? throw new ArgumentException($"{shape.Name} has no member {entry.Key}", nameof(json));
            return KeyValuePair.Create(JavaNames.Of(member), Value(member.Shape, entry.Value!));
        }));

    private static JsonNode? Value(Shape shape, JsonNode json) => shape switch
    {
        StructureShape structure => Structure(structure, json.AsObject()),
        MapShape map => new JsonObject(json.AsObject().Where(entry => entry.Value is not null)
            .Select(entry => KeyValuePair.Create(entry.Key, Value(map.Value.Shape, entry.Value!)))),
        ListShape list => new JsonArray([.. json.AsArray().Where(element => element is not null).Select(element => Value(list.Element.Shape, element!))]),
        BlobShape => Encoding.UTF8.GetString(Convert.FromBase64String((string)json!)),
        TimestampShape => ((string)json!).Replace(".000Z", "Z", StringComparison.Ordinal),
        _ => json.DeepClone(),
    };
}
