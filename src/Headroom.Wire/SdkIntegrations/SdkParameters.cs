using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Wire.SdkIntegrations;

/// <summary>What a Task's <c>Parameters</c> mean as a request of the API that its SDK integration calls.</summary>
/// <param name="Request">The request in its canonical form.</param>
/// <param name="Problems">What cannot be meant, in Step Functions' words; empty where the request can be sent.</param>
public sealed record SdkParameters(JsonObject Request, IReadOnlyList<string> Problems)
{
    /// <summary>
    /// Reads parameters: members in PascalCase, blobs as their text, any value, as JSON, where a text is expected. Keys of maps and
    /// whole documents stay as they are.
    /// </summary>
    public static SdkParameters Read(OperationDescription operation, JsonObject parameters)
    {
        var problems = new List<string>();
        return operation.Input is { } input
            ? new SdkParameters(Structure(input, parameters, problems), problems)
            : new SdkParameters([], [.. parameters.Select(parameter => Unsupported(parameter.Key))]);
    }

    private static JsonObject Structure(StructureShape shape, JsonObject json, List<string> problems)
    {
        var result = new JsonObject();
        foreach (var (name, value) in json)
        {
            if (JavaNames.Find(shape, name) is not { } member)
            {
                problems.Add(Unsupported(name));
            }
            else if (value is not null)
            {
                result[member.Name] = Value(member.Shape, value, name, problems);
            }
        }

        return result;
    }

    private static JsonNode? Value(Shape shape, JsonNode json, string name, List<string> problems) => (shape, json) switch
    {
        (StructureShape structure, JsonObject value) => Structure(structure, value, problems),
        (MapShape map, JsonObject value) => new JsonObject(value.Where(entry => entry.Value is not null)
            .Select(entry => KeyValuePair.Create(entry.Key, Value(map.Value.Shape, entry.Value!, name, problems)))),
        (ListShape list, JsonArray value) => new JsonArray(
            [.. value.Where(element => element is not null).Select(element => Value(list.Element.Shape, element!, name, problems))]),
        (DocumentShape, _) => json.DeepClone(),
        (BlobShape, _) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(json))),
        (StringShape, _) => Text(json),
        (BooleanShape, JsonValue) when bool.TryParse(Text(json), out var truth) => truth,
        (IntegerShape, JsonValue) when long.TryParse(Text(json), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        (FloatShape, JsonValue) when double.TryParse(Text(json), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        (TimestampShape, JsonValue) when WireInstants.TryRead(json, out var instant) => Instants.Canonical(instant),
        _ => Refuse($"The value for the field '{name}' must be {Kind(shape)}", problems),
    };

    private static string Text(JsonNode json) => json.GetValueKind() == JsonValueKind.String ? (string)json! : json.ToJsonString(WireJson.Options);

    private static JsonNode? Refuse(string problem, List<string> problems)
    {
        problems.Add(problem);
        return null;
    }

    private static string Unsupported(string name) => $"The field \"{name}\" is not supported by Step Functions";

    private static string Kind(Shape shape) => shape switch
    {
        StructureShape or MapShape => "an OBJECT",
        ListShape => "an ARRAY",
        BooleanShape => "a BOOLEAN",
        IntegerShape => "an INTEGER",
        FloatShape => "a DOUBLE",
        TimestampShape => "a TIMESTAMP",
        _ => "a STRING",
    };
}
