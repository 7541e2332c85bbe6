using System.Text;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>Answers as optimized integrations show them: the API's names, capitalised; instants as milliseconds since 1970; blobs as text.</summary>
internal static class OptimizedResult
{
    public static JsonObject Write(OperationDescription operation, JsonObject response) =>
        operation.Output is { } output ? Structure(output, response) : [];

    private static JsonObject Structure(StructureShape shape, JsonObject value) =>
        new(value.Where(entry => entry.Value is not null).Select(entry =>
        {
            var member = shape.MemberNamed(entry.Key) ?? throw new ArgumentException($"{shape.Name} has no member {entry.Key}", nameof(value));
            return KeyValuePair.Create(char.ToUpperInvariant(entry.Key[0]) + entry.Key[1..], Value(member.Shape, entry.Value!));
        }));

    private static JsonNode? Value(Shape shape, JsonNode value) => shape switch
    {
        StructureShape structure => Structure(structure, value.AsObject()),
        ListShape list => new JsonArray([.. value.AsArray().Select(element => element is null ? null : Value(list.Element.Shape, element))]),
        MapShape map => new JsonObject(value.AsObject().Select(entry => KeyValuePair.Create(entry.Key, entry.Value is null ? null : Value(map.Value.Shape, entry.Value)))),
        TimestampShape => Instants.Parse(value.GetValue<string>()).ToUnixTimeMilliseconds(),
        BlobShape => Encoding.UTF8.GetString(Convert.FromBase64String(value.GetValue<string>())),
        _ => value.DeepClone(),
    };
}
