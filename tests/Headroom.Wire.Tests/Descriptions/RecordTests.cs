using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Tools.ApiDescriptions;
using Headroom.Wire.Descriptions;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.ApplicationAutoScaling;
using Headroom.Wire.Tests.Protocols;

namespace Headroom.Wire.Tests.Descriptions;

public class RecordTests
{
    public static TheoryData<string> Services => [.. ApiDescriptions.Services];

    [Theory, MemberData(nameof(Services))]
    public void Every_operations_records_carry_what_its_shapes_can_say(string service)
    {
        foreach (var operation in ApiDescriptions.For(service).Operations.Values)
        {
            ShouldCarry(RecordOf(service, operation.Name + "Request", operation.Input), operation.Input);
            ShouldCarry(RecordOf(service, operation.Name + "Response", operation.Output), operation.Output);
        }
    }

    [Theory]
    [InlineData("""{"ServiceNamespace":"ecs"}""")]
    [InlineData("""{"ServiceNamespace":"ecs","ResourceId":7,"ScalableDimension":"d"}""")]
    [InlineData("""{"ServiceNamespace":"ecs","ResourceId":"r","ScalableDimension":"d","MinCapacity":1.5}""")]
    [InlineData("""{"ServiceNamespace":"ecs","ResourceId":"r","ScalableDimension":"d","MinCapacity":4294967296}""")]
    [InlineData("""{"ServiceNamespace":"ecs","ResourceId":"r","ScalableDimension":"d","SuspendedState":{"ScheduledScalingSuspended":"no"}}""")]
    [InlineData("""{"ServiceNamespace":"ecs","ResourceId":"r","ScalableDimension":"d","Tags":["a"]}""")]
    public void What_no_record_can_carry_is_refused_in_the_serializers_words(string text)
    {
        var json = JsonNode.Parse(text)!.AsObject();

        var refused = Should.Throw<JsonException>(() => WireJson.FromJson<RegisterScalableTargetRequest>(json));

        refused.Message.ShouldBe(Should.Throw<JsonException>(() => json.Deserialize<RegisterScalableTargetRequest>(WireJson.Options)).Message);
    }

    private static void ShouldCarry(Type record, StructureShape? shape)
    {
        var json = new RandomValues(11).Structure(shape);

        var read = typeof(WireJson).GetMethod(nameof(WireJson.FromJson))!.MakeGenericMethod(record).Invoke(null, [json]);
        var carried = JsonSerializer.SerializeToNode(read, record, WireJson.Options);

        JsonNode.DeepEquals(carried, JsonNode.Parse(json.ToJsonString())).ShouldBeTrue($"{record.Name}: {carried}\nwanted {json}");
    }

    // A request or answer that several operations share has its shape's name.
    private static Type RecordOf(string service, string name, StructureShape? shape)
    {
        var space = $"Headroom.Wire.Shapes.{ServiceNames.NamespaceOf(service)}";
        return (typeof(WireJson).Assembly.GetType($"{space}.{name}") ?? typeof(WireJson).Assembly.GetType($"{space}.{shape?.Name}"))
            .ShouldNotBeNull(name);
    }
}
