using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.DynamoDb;

/// <summary>Secondary indexes: what they hold, what can be asked of them, and what they consume.</summary>
public sealed class IndexTests
{
    private readonly TestCloud _cloud = new();

    public IndexTests() => Tables.CreateIndexed(_cloud);

    [Fact]
    public void An_index_key_cannot_be_empty()
    {
        var put = _cloud.Refused("dynamodb", "PutItem", new() { ["TableName"] = "t", ["Item"] = PlainValues.Item("""{"pk": "k", "sk": 1, "g": ""}""") });
        var update = _cloud.Refused("dynamodb", "UpdateItem", new()
        {
            ["TableName"] = "t", ["Key"] = Tables.Key("k", 1), ["UpdateExpression"] = "SET g = :e", ["ExpressionAttributeValues"] = PlainValues.Item("""{":e": ""}"""),
        });

        put.Message.ShouldBe("One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
            + "The AttributeValue for a key attribute cannot contain an empty string value. IndexName: byG, IndexKey: g");
        update.Message.ShouldBe("One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value "
            + "that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.");
    }

    [Theory]
    [InlineData("""{"Select": "ALL_ATTRIBUTES"}""", "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index byG because its projection type is not ALL")]
    [InlineData("""{"ProjectionExpression": "pk, x, y.z"}""", "One or more parameter values were invalid: Global secondary index byG does not project [x, y]")]
    [InlineData("""{"FilterExpression": "attribute_exists(x)"}""", "One or more parameter values were invalid: Secondary index byG does not project one or more filter attributes: [x]")]
    [InlineData("""{"Select": "SPECIFIC_ATTRIBUTES"}""", "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES")]
    [InlineData("""{"Select": "COUNT", "ProjectionExpression": "pk"}""", "Cannot specify the ProjectionExpression when choosing to get only the Count")]
    [InlineData("""{"Select": "ALL_PROJECTED_ATTRIBUTES", "ProjectionExpression": "pk"}""", "Cannot specify the ProjectionExpression when choosing to get ALL_PROJECTED_ATTRIBUTES")]
    [InlineData("""{"ExclusiveStartKey": {"pk": {"S": "k"}, "sk": {"N": "1"}, "g": {"S": "other"}}}""", "The provided starting key is outside query boundaries based on provided conditions")]
    public void An_index_is_not_asked_for_what_it_cannot_give(string request, string message)
    {
        var asked = JsonNode.Parse(request)!.AsObject();
        (asked["TableName"], asked["IndexName"], asked["KeyConditionExpression"]) = ("t", "byG", "g = :g");
        asked["ExpressionAttributeValues"] = PlainValues.Item("""{":g": "red"}""");

        _cloud.Refused("dynamodb", "Query", asked).Message.ShouldBe(message);
    }

    [Fact]
    public void All_projected_attributes_are_those_of_an_index() =>
        _cloud.Refused("dynamodb", "Scan", new() { ["TableName"] = "t", ["Select"] = "ALL_PROJECTED_ATTRIBUTES" }).Message
            .ShouldBe("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");

    [Fact]
    public void A_local_index_fetches_from_its_table_what_it_does_not_hold()
    {
        Put("""{"pk": "k", "sk": 1, "l": 7, "x": "more"}""");
        JsonObject Asked(string? select, string? projection) => new()
        {
            ["TableName"] = "t", ["IndexName"] = "byL", ["KeyConditionExpression"] = "pk = :k", ["ExpressionAttributeValues"] = PlainValues.Item("""{":k": "k"}"""),
            ["Select"] = select, ["ProjectionExpression"] = projection,
        };

        Items(_cloud.Call("dynamodb", "Query", Asked(null, null))).ShouldBe("""{"pk":{"S":"k"},"sk":{"N":"1"},"l":{"N":"7"}}""");
        Items(_cloud.Call("dynamodb", "Query", Asked("ALL_ATTRIBUTES", null))).ShouldContain("more");
        Items(_cloud.Call("dynamodb", "Query", Asked(null, "x"))).ShouldBe("""{"x":{"S":"more"}}""");
    }

    [Fact]
    public void A_scan_of_an_index_filters_what_the_index_holds()
    {
        Put("""{"pk": "k", "sk": 1, "g": "red", "x": "more"}""");

        var page = _cloud.Call("dynamodb", "Scan", new() { ["TableName"] = "t", ["IndexName"] = "byG", ["FilterExpression"] = "attribute_exists(x)" });

        (page["Count"]!.GetValue<int>(), page["ScannedCount"]!.GetValue<int>()).ShouldBe((0, 1));
    }

    /// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations.Writes.</summary>
    [Fact]
    public void An_index_consumes_a_write_for_each_entry_that_is_put_or_removed()
    {
        Consumed("""{"pk": "k", "sk": 1, "x": "1"}""").ShouldBe("1 | ");
        Consumed("""{"pk": "k", "sk": 1, "x": "1", "g": "red"}""").ShouldBe("2 | byG 1");
        Consumed("""{"pk": "k", "sk": 1, "x": "2", "g": "red"}""").ShouldBe("1 | ");
        Consumed("""{"pk": "k", "sk": 1, "x": "2", "g": "blue", "l": 1}""").ShouldBe("4 | byG 2, byL 1");
        Consumed("""{"pk": "k", "sk": 1, "x": "2"}""").ShouldBe("3 | byG 1, byL 1");
    }

    [Fact]
    public void A_query_of_an_index_consumes_the_index_by_what_it_holds()
    {
        Put($$"""{"pk": "k", "sk": 1, "g": "red", "x": "{{new string('x', 9000)}}"}""");

        var consumed = _cloud.Call("dynamodb", "Query", new()
        {
            ["TableName"] = "t", ["IndexName"] = "byG", ["KeyConditionExpression"] = "g = :g", ["ReturnConsumedCapacity"] = "INDEXES",
            ["ExpressionAttributeValues"] = PlainValues.Item("""{":g": "red"}"""),
        })["ConsumedCapacity"]!;

        Text(consumed).ShouldBe("0.5 | byG 0.5");
        consumed["Table"]!["CapacityUnits"]!.GetValue<double>().ShouldBe(0);
    }

    /// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html#LSI.ItemCollections.</summary>
    [Fact]
    public void A_write_says_which_item_collection_it_touched_when_asked()
    {
        JsonObject Asked(string? wanted) => new()
        {
            ["TableName"] = "t", ["Item"] = PlainValues.Item("""{"pk": "k", "sk": 1}"""), ["ReturnItemCollectionMetrics"] = wanted,
        };
        const string Expected = """{"ItemCollectionKey":{"pk":{"S":"k"}},"SizeEstimateRangeGB":[0,1]}""";

        _cloud.Call("dynamodb", "PutItem", Asked(null))["ItemCollectionMetrics"].ShouldBeNull();
        _cloud.Call("dynamodb", "PutItem", Asked("SIZE"))["ItemCollectionMetrics"]!.ToJsonString().ShouldBe(Expected);
        _cloud.Call("dynamodb", "BatchWriteItem", new()
        {
            ["ReturnItemCollectionMetrics"] = "SIZE",
            ["RequestItems"] = new JsonObject
            {
                ["t"] = new JsonArray([.. new[] { 1, 2 }.Select(sk => new JsonObject { ["DeleteRequest"] = new JsonObject { ["Key"] = Tables.Key("k", sk) } })]),
            },
        })["ItemCollectionMetrics"]!.ToJsonString().ShouldBe($$"""{"t":[{{Expected}}]}""");
    }

    private string Consumed(string item) => Text(_cloud.Call("dynamodb", "PutItem", new()
    {
        ["TableName"] = "t", ["Item"] = PlainValues.Item(item), ["ReturnConsumedCapacity"] = "INDEXES",
    })["ConsumedCapacity"]!);

    private static string Text(JsonNode consumed)
    {
        var indexes = new[] { "GlobalSecondaryIndexes", "LocalSecondaryIndexes" }
            .SelectMany(kind => consumed[kind]?.AsObject() ?? [])
            .Select(index => $"{index.Key} {index.Value!["CapacityUnits"]}");
        return $"{consumed["CapacityUnits"]} | {string.Join(", ", indexes)}";
    }

    private void Put(string item) => _cloud.Call("dynamodb", "PutItem", new() { ["TableName"] = "t", ["Item"] = PlainValues.Item(item) });

    private static string Items(JsonObject page) => string.Join(' ', page["Items"]!.AsArray().Select(item => item!.ToJsonString()));
}
