using System.Text.Json.Nodes;

namespace Headroom.Wire.Descriptions;

/// <summary>Reads one shape. Members refer to shapes by name, so that the order of shapes does not matter.</summary>
internal static class ShapeReader
{
    public static Shape Read(string name, JsonObject facts, IReadOnlyDictionary<string, Shape> shapes)
    {
        var (min, max) = ((decimal?)facts["min"], (decimal?)facts["max"]);
        var flattened = (bool?)facts["flattened"] ?? false;
        return (string)facts["type"]! switch
        {
            "structure" when facts.ContainsKey("document") => new DocumentShape { Name = name },
            "structure" => Structure(name, facts, shapes),
            "list" => new ListShape { Name = name, Min = min, Max = max, Flattened = flattened, Element = Part("member") },
            "map" => new MapShape { Name = name, Min = min, Max = max, Flattened = flattened, Key = Part("key"), Value = Part("value") },
            "string" or "character" => new StringShape
            {
                Name = name,
                Min = min,
                Max = max,
                Pattern = (string?)facts["pattern"],
                Enum = [.. (facts["enum"]?.AsArray() ?? []).Select(value => (string)value!)],
            },
            "integer" => new IntegerShape { Name = name, Min = min, Max = max, Bits = 32 },
            "long" => new IntegerShape { Name = name, Min = min, Max = max, Bits = 64 },
            "float" or "double" => new FloatShape { Name = name, Min = min, Max = max },
            "boolean" => new BooleanShape { Name = name },
            "timestamp" => new TimestampShape { Name = name, Format = Format((string?)facts["timestampFormat"]) },
            "blob" => new BlobShape { Name = name, Min = min, Max = max },
            var type => throw new InvalidDataException($"shape {name} is a {type}, which is unknown here"),
        };

        Member Part(string role) => new(shapes, (string)facts[role]!) { Name = role, LocationName = (string?)facts[role + "Name"] };
    }

    private static StructureShape Structure(string name, JsonObject facts, IReadOnlyDictionary<string, Shape> shapes)
    {
        var required = (facts["required"]?.AsArray() ?? []).Select(member => (string)member!).ToHashSet(StringComparer.Ordinal);
        var members = facts["members"]!.AsObject()
            .Select(member => ReadMember(member.Key, member.Value!, required.Contains(member.Key), shapes))
            .ToList();
        return new StructureShape
        {
            Name = name,
            Members = members,
            Payload = (string?)facts["payload"] is { } payload ? members.Single(member => member.Name == payload) : null,
            Error = (int?)facts["error"] is { } status ? new ErrorTrait((string?)facts["code"] ?? name, status) : null,
        };
    }

    private static Member ReadMember(string name, JsonNode facts, bool required, IReadOnlyDictionary<string, Shape> shapes) =>
        facts is not JsonObject named
            ? new Member(shapes, (string)facts!) { Name = name, Required = required }
            : new Member(shapes, (string)named["shape"]!)
            {
                Name = name,
                Required = required,
                Location = Location((string?)named["location"]),
                LocationName = (string?)named["locationName"],
                Flattened = (bool?)named["flattened"] ?? false,
            };

    private static MemberLocation Location(string? name) => name switch
    {
        null => MemberLocation.Body,
        "uri" => MemberLocation.Uri,
        "querystring" => MemberLocation.QueryString,
        "header" => MemberLocation.Header,
        "headers" => MemberLocation.Headers,
        "statusCode" => MemberLocation.StatusCode,
        _ => throw new InvalidDataException($"{name} is no place known here"),
    };

    private static TimestampFormat? Format(string? name) => name switch
    {
        null => null,
        "iso8601" => TimestampFormat.Iso8601,
        "unixTimestamp" => TimestampFormat.UnixTimestamp,
        "rfc822" => TimestampFormat.Rfc822,
        _ => throw new InvalidDataException($"{name} is no format of time known here"),
    };
}
