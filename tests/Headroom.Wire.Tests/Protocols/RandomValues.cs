using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;

namespace Headroom.Wire.Tests.Protocols;

/// <summary>Values in the canonical form, drawn from a shape: the same for the same seed. Constraints are not minded.</summary>
internal sealed class RandomValues(int seed)
{
    private static readonly string[] Texts = ["a", "hello!", "two words", "<&>\"'", "ünïcödé ☃", "a/b+c=d%20&e", "{\"json\": true}"];
    private readonly Random random = new(seed);

    public JsonObject Structure(StructureShape? shape, int depth = 0)
    {
        var json = new JsonObject();
        foreach (var member in shape?.Members ?? [])
        {
            if (member.Location == MemberLocation.StatusCode)
            {
                json[member.Name] = 200;
            }
            else if (member.Required || member == shape!.Payload || random.Next(depth + 2) < 2)
            {
                json[member.Name] = Value(member.Shape, depth + 1, member.Location);
            }
        }

        // A form cannot carry a structure without members.
        if (json.Count == 0 && shape is { Members: [var first, ..] })
        {
            json[first.Name] = Value(first.Shape, depth + 1, first.Location);
        }

        return json;
    }

    private JsonNode? Value(Shape shape, int depth, MemberLocation location) => shape switch
    {
        StructureShape structure => Structure(structure, depth),
        ListShape list => new JsonArray([.. Enumerable.Range(0, Count(depth)).Select(_ => Value(list.Element.Shape, depth + 1, location))]),
        MapShape map => new JsonObject(Enumerable.Range(0, Count(depth))
            .Select(index => KeyValuePair.Create($"key-{index}", Value(map.Value.Shape, depth + 1, location)))),
        DocumentShape => new JsonObject { ["any"] = new JsonArray(1, "two", null) },
        StringShape { Enum: { Count: > 0 } allowed } => allowed[random.Next(allowed.Count)],
        StringShape => Text(location),
        BlobShape => Convert.ToBase64String([1, 2, (byte)random.Next(256)]),
        BooleanShape => random.Next(2) == 1,
        IntegerShape { Bits: 32 } => (long)random.Next(int.MinValue, int.MaxValue),
        IntegerShape => random.NextInt64(long.MinValue, long.MaxValue),
        FloatShape => Math.Round(random.NextDouble() * 1000, 3),
        TimestampShape => Instants.Canonical(DateTimeOffset.UnixEpoch.AddSeconds(random.Next())),
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape.Name, "no shape known here"),
    };

    // An empty collection is left to tests of its own: flattened forms cannot carry one.
    private int Count(int depth) => depth > 4 ? 1 : random.Next(1, 4);

    // Headers carry ASCII, and a comma would end an element.
    private string Text(MemberLocation location) =>
        location is MemberLocation.Header or MemberLocation.Headers ? $"text-{random.Next(100)}" : Texts[random.Next(Texts.Length)];
}
