using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Wire.Tests.Descriptions;

public class DescriptionTests
{
    public static TheoryData<string> Services => [.. ApiDescriptions.Services];

    [Theory, MemberData(nameof(Services))]
    public void Every_shape_that_an_operation_reaches_is_described(string service)
    {
        var description = ApiDescriptions.For(service);
        var seen = new HashSet<Shape>();
        foreach (var operation in description.Operations.Values)
        {
            foreach (var root in operation.Errors.Append(operation.Input).Append(operation.Output).OfType<Shape>())
            {
                Visit(root, seen);
            }
        }

        seen.Count.ShouldBe(description.Shapes.Count);
    }

    [Fact]
    public void A_record_that_contains_itself_survives_the_canonical_form()
    {
        var request = new PutItemRequest
        {
            TableName = "holds",
            Item = new Dictionary<string, AttributeValue>
            {
                ["original"] = new() { M = new Dictionary<string, AttributeValue> { ["MinCapacity"] = new() { N = "1" } } },
            },
        };

        var json = WireJson.ToJson(request);

        json.ToJsonString().ShouldBe("""{"TableName":"holds","Item":{"original":{"M":{"MinCapacity":{"N":"1"}}}}}""");
        WireJson.FromJson<PutItemRequest>(json).Item["original"].M!["MinCapacity"].N.ShouldBe("1");
    }

    [Fact]
    public void An_instant_is_text_in_utc_with_three_decimals() =>
        JsonValue.Create(Instants.Canonical(Instants.Parse("2026-03-01T13:00:00.12+01:00"))).ToString().ShouldBe("2026-03-01T12:00:00.120Z");

    private static void Visit(Shape shape, HashSet<Shape> seen)
    {
        if (!seen.Add(shape))
        {
            return;
        }

        foreach (var member in shape switch
        {
            StructureShape structure => structure.Members,
            ListShape list => [list.Element],
            MapShape map => [map.Key, map.Value],
            _ => [],
        })
        {
            Visit(member.Shape, seen);
        }
    }
}
