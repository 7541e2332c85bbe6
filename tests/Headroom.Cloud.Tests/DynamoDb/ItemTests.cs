using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.DynamoDb;

public sealed class ItemTests
{
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_failed_condition_gives_the_item_that_stood_in_the_way_when_asked()
    {
        Tables.Create(_cloud, "holds");
        Put("holds", """{"pk": "target", "owner": "a"}""");

        var refused = _cloud.Refused("dynamodb", "UpdateItem", new()
        {
            ["TableName"] = "holds",
            ["Key"] = Tables.Key("target"),
            ["UpdateExpression"] = "SET #o = :me",
            ["ConditionExpression"] = "attribute_not_exists(pk)",
            ["ExpressionAttributeNames"] = new JsonObject { ["#o"] = "owner" },
            ["ExpressionAttributeValues"] = PlainValues.Item("""{":me": "b"}"""),
            ["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD",
        });

        refused.Code.ShouldBe("ConditionalCheckFailedException");
        refused.Members!["Item"]!["owner"]!["S"]!.GetValue<string>().ShouldBe("a");
        Get("holds", Tables.Key("target"))!["owner"]!["S"]!.GetValue<string>().ShouldBe("a");
    }

    [Theory]
    [InlineData("NONE", null)]
    [InlineData("ALL_OLD", """{"a": 1, "b": {"c": 1, "d": 1}, "pk": "k"}""")]
    [InlineData("UPDATED_OLD", """{"a": 1, "b": {"c": 1}}""")]
    [InlineData("ALL_NEW", """{"a": 2, "b": {"c": 2, "d": 1}, "pk": "k"}""")]
    [InlineData("UPDATED_NEW", """{"a": 2, "b": {"c": 2}}""")]
    public void ReturnValues_says_what_an_update_gives_back(string wanted, string? expected)
    {
        Tables.Create(_cloud, "t");
        Put("t", """{"pk": "k", "a": 1, "b": {"c": 1, "d": 1}}""");

        var answer = _cloud.Call("dynamodb", "UpdateItem", new()
        {
            ["TableName"] = "t",
            ["Key"] = Tables.Key("k"),
            ["UpdateExpression"] = "SET a = :v, b.c = :v",
            ["ExpressionAttributeValues"] = PlainValues.Item("""{":v": 2}"""),
            ["ReturnValues"] = wanted,
        });

        JsonNode.DeepEquals(answer["Attributes"], expected is null ? null : PlainValues.Item(expected)).ShouldBeTrue(answer.ToJsonString());
    }

    [Fact]
    public void A_query_reads_one_partition_in_the_order_of_its_numbers_page_by_page()
    {
        Tables.Create(_cloud, "t", sorted: true);
        foreach (var sk in new[] { 10, 9, -2, 100, 0 })
        {
            Put("t", $$"""{"pk": "k", "sk": {{sk}}}""");
        }

        Put("t", """{"pk": "other", "sk": 1}""");
        var read = new List<string>();
        JsonNode? start = null;
        do
        {
            var page = _cloud.Call("dynamodb", "Query", new()
            {
                ["TableName"] = "t",
                ["KeyConditionExpression"] = "pk = :k AND sk > :low",
                ["ExpressionAttributeValues"] = PlainValues.Item("""{":k": "k", ":low": -2}"""),
                ["Limit"] = 2,
                ["ScanIndexForward"] = false,
                ["ExclusiveStartKey"] = start?.DeepClone(),
            });
            read.Add(string.Join(' ', page["Items"]!.AsArray().Select(item => item!["sk"]!["N"])));
            start = page["LastEvaluatedKey"];
        }
        while (start is not null);

        read.ShouldBe(["100 10", "9 0", ""]);
    }

    [Theory]
    [InlineData("""{"pk": "k"}""")]
    [InlineData("""{"pk": "k", "sk": "1"}""")]
    [InlineData("""{"pk": "k", "sk": 1, "n": 1}""")]
    public void A_page_begins_at_a_whole_key_only(string start)
    {
        Tables.Create(_cloud, "t", sorted: true);

        foreach (var (operation, condition) in new[] { ("Query", "pk = :k"), ("Scan", null) })
        {
            var refused = _cloud.Refused("dynamodb", operation, new()
            {
                ["TableName"] = "t",
                ["KeyConditionExpression"] = condition,
                ["ExpressionAttributeValues"] = condition is null ? null : PlainValues.Item("""{":k": "k"}"""),
                ["ExclusiveStartKey"] = PlainValues.Item(start),
            });

            refused.Code.ShouldBe("ValidationException");
            refused.Message.ShouldStartWith("The provided starting key is invalid");
        }
    }

    [Theory]
    [InlineData("pk = :number")]
    [InlineData("pk = :text AND sk = :text")]
    [InlineData("pk = :text AND sk BETWEEN :text AND :text")]
    public void A_key_is_asked_for_by_values_of_its_type_only(string condition)
    {
        Tables.Create(_cloud, "t", sorted: true);
        var values = PlainValues.Item("""{":number": 1, ":text": "k"}""");
        foreach (var unused in values.Select(value => value.Key).Where(name => !condition.Contains(name, StringComparison.Ordinal)).ToList())
        {
            values.Remove(unused);
        }

        var refused = _cloud.Refused("dynamodb", "Query", new()
        {
            ["TableName"] = "t", ["KeyConditionExpression"] = condition, ["ExpressionAttributeValues"] = values,
        });

        refused.Message.ShouldBe("One or more parameter values were invalid: Condition parameter type does not match schema type");
    }

    [Fact]
    public void A_scan_counts_what_it_reads_and_what_passes_the_filter()
    {
        Tables.Create(_cloud, "t");
        foreach (var n in Enumerable.Range(1, 10))
        {
            Put("t", $$"""{"pk": "k{{n}}", "n": {{n}}}""");
        }

        var page = _cloud.Call("dynamodb", "Scan", new()
        {
            ["TableName"] = "t",
            ["FilterExpression"] = "n > :n",
            ["ExpressionAttributeValues"] = PlainValues.Item("""{":n": 7}"""),
            ["ProjectionExpression"] = "n",
            ["ReturnConsumedCapacity"] = "TOTAL",
        });

        page["Count"]!.GetValue<int>().ShouldBe(3);
        page["ScannedCount"]!.GetValue<int>().ShouldBe(10);
        page["Items"]!.AsArray().Select(item => item!.ToJsonString()).ShouldBe(["""{"n":{"N":"10"}}""", """{"n":{"N":"8"}}""", """{"n":{"N":"9"}}"""]);
        page["ConsumedCapacity"]!["CapacityUnits"]!.GetValue<double>().ShouldBe(0.5);
    }

    [Fact]
    public void A_transaction_writes_all_or_nothing_and_says_which_condition_failed()
    {
        Tables.Create(_cloud, "t");
        Put("t", """{"pk": "taken"}""");

        var refused = _cloud.Refused("dynamodb", "TransactWriteItems", new()
        {
            ["TransactItems"] = new JsonArray(
                new JsonObject { ["Put"] = new JsonObject { ["TableName"] = "t", ["Item"] = Tables.Key("free") } },
                new JsonObject { ["Put"] = new JsonObject { ["TableName"] = "t", ["Item"] = Tables.Key("taken"), ["ConditionExpression"] = "attribute_not_exists(pk)" } }),
        });

        refused.Code.ShouldBe("TransactionCanceledException");
        refused.Message.ShouldBe("Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]");
        Get("t", Tables.Key("free")).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"n": 1}""", "One or more parameter values were invalid: Missing the key pk in the item")]
    [InlineData("""{"pk": 1}""", "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N")]
    [InlineData("""{"pk": ""}""", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    [InlineData("""{"pk": "k", "s": {"$SS": ["x", "x"]}}""", "One or more parameter values were invalid: Input collection [x, x] contains duplicates.")]
    public void An_item_that_breaks_a_rule_is_refused_in_AWS_words(string item, string message)
    {
        Tables.Create(_cloud, "t");

        var refused = _cloud.Refused("dynamodb", "PutItem", new() { ["TableName"] = "t", ["Item"] = PlainValues.Item(item) });

        refused.Code.ShouldBe("ValidationException");
        refused.Message.ShouldBe(message);
    }

    [Fact]
    public void A_deleted_table_takes_its_items_with_it()
    {
        Tables.Create(_cloud, "t");
        Put("t", """{"pk": "k"}""");

        _cloud.Call("dynamodb", "DeleteTable", new() { ["TableName"] = "t" });

        _cloud.Refused("dynamodb", "GetItem", new() { ["TableName"] = "t", ["Key"] = Tables.Key("k") }).Code.ShouldBe("ResourceNotFoundException");
        Tables.Create(_cloud, "t");
        Get("t", Tables.Key("k")).ShouldBeNull();
    }

    private void Put(string table, string item) => _cloud.Call("dynamodb", "PutItem", new() { ["TableName"] = table, ["Item"] = PlainValues.Item(item) });

    private JsonNode? Get(string table, JsonObject key) =>
        _cloud.Call("dynamodb", "GetItem", new() { ["TableName"] = table, ["Key"] = key })["Item"];
}
