using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;
using Headroom.Wire.SdkIntegrations;
using Interpreted = Headroom.States.Json;

namespace Headroom.Cloud.Services.StepFunctions.Tasks.Integrations;

/// <summary>What a Task's <c>Parameters</c> mean as a request of the API that its SDK integration calls.</summary>
/// <param name="Request">The request in its canonical form.</param>
/// <param name="Problems">What cannot be meant, in Step Functions' words; empty where the request can be sent.</param>
internal sealed record SdkParameters(JsonObject Request, IReadOnlyList<string> Problems)
{
    /// <summary>
    /// Reads parameters: members in PascalCase, blobs as their text, any value, as JSON, where a text is expected. Keys of maps and
    /// whole documents stay as they are.
    /// </summary>
    public static SdkParameters Read(OperationDescription operation, Interpreted.JsonObject parameters)
    {
        var problems = new List<string>();
        return operation.Input is { } input
            ? new SdkParameters(Structure(input, parameters, problems), problems)
            : new SdkParameters([], [.. parameters.Select(parameter => Unsupported(parameter.Key))]);
    }

    /// <summary>Whether parameters mean a request, without saying why not or making one: nearly all do.</summary>
    public static bool AreUsable(OperationDescription operation, Interpreted.JsonObject parameters) =>
        operation.Input is { } input ? IsUsable(input, parameters) : parameters.Count == 0;

    private static bool IsUsable(Shape shape, Interpreted.JsonValue given) => (shape, given) switch
    {
        (_, Interpreted.JsonNull) => true,
        (StructureShape structure, Interpreted.JsonObject members) => members.All(member =>
            JavaNames.Find(structure, member.Key) is { } known && IsUsable(known.Shape, member.Value)),
        (MapShape map, Interpreted.JsonObject entries) => entries.All(entry => IsUsable(map.Value.Shape, entry.Value)),
        (ListShape list, Interpreted.JsonArray items) => items.All(item => IsUsable(list.Element.Shape, item)),
        (DocumentShape or BlobShape or StringShape, _) => true,
        _ => Scalar(shape, given) is not null,
    };

    private static JsonObject Structure(StructureShape shape, Interpreted.JsonObject given, List<string> problems)
    {
        var result = new JsonObject();
        foreach (var (name, value) in given)
        {
            if (JavaNames.Find(shape, name) is not { } member)
            {
                problems.Add(Unsupported(name));
            }
            else if (value is not Interpreted.JsonNull)
            {
                result[member.Name] = Value(member.Shape, value, name, problems);
            }
        }

        return result;
    }

    private static JsonNode? Value(Shape shape, Interpreted.JsonValue given, string name, List<string> problems) => (shape, given) switch
    {
        (StructureShape structure, Interpreted.JsonObject members) => Structure(structure, members, problems),
        (MapShape map, Interpreted.JsonObject entries) => Map(map.Value.Shape, entries, name, problems),
        (ListShape list, Interpreted.JsonArray items) => List(list.Element.Shape, items, name, problems),
        (DocumentShape, _) => TaskJson.Node(given),
        (BlobShape, _) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(given))),
        (StringShape, _) => Text(given),
        _ => Scalar(shape, given) ?? Refuse($"The value for the field '{name}' must be {Kind(shape)}", problems),
    };

    private static JsonNode? Scalar(Shape shape, Interpreted.JsonValue given) => shape switch
    {
        BooleanShape when bool.TryParse(Text(given), out var truth) => truth,
        IntegerShape when long.TryParse(Text(given), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        FloatShape when double.TryParse(Text(given), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        TimestampShape when WireInstants.TryRead(Text(given), out var instant) => Instants.Canonical(instant),
        _ => null,
    };

    private static JsonObject Map(Shape shape, Interpreted.JsonObject entries, string name, List<string> problems)
    {
        var result = new JsonObject();
        foreach (var (key, value) in entries)
        {
            if (value is not Interpreted.JsonNull)
            {
                result[key] = Value(shape, value, name, problems);
            }
        }

        return result;
    }

    private static JsonArray List(Shape shape, Interpreted.JsonArray items, string name, List<string> problems)
    {
        var result = new JsonArray();
        foreach (var item in items)
        {
            if (item is not Interpreted.JsonNull)
            {
                result.Add(Value(shape, item, name, problems));
            }
        }

        return result;
    }

    private static string Text(Interpreted.JsonValue given) => given is Interpreted.JsonString text ? text.Value : given.ToString();

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
