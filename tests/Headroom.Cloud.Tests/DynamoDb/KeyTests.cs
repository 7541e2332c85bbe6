using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.DynamoDb;

/// <summary>What can be a key, and how items are asked for by it.</summary>
public sealed class KeyTests
{
    private readonly TestCloud _cloud = new();

    public KeyTests() => Tables.Create(_cloud, "t", sorted: true);

    [Theory]
    [InlineData(2048, null)]
    [InlineData(2049, "One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes")]
    public void A_partition_key_has_at_most_2048_bytes(int length, string? message)
    {
        var key = Tables.Key(new string('k', length), 1);

        foreach (var (operation, member) in new[] { ("PutItem", "Item"), ("GetItem", "Key"), ("DeleteItem", "Key") })
        {
            var request = new JsonObject { ["TableName"] = "t", [member] = key.DeepClone() };
            if (message is null)
            {
                _cloud.Call("dynamodb", operation, request);
            }
            else
            {
                _cloud.Refused("dynamodb", operation, request).Message.ShouldBe(message);
            }
        }
    }

    [Fact]
    public void A_sort_key_has_at_most_1024_bytes()
    {
        _cloud.Call("dynamodb", "CreateTable", JsonNode.Parse("""
            {"TableName": "texts", "BillingMode": "PAY_PER_REQUEST",
             "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}],
             "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}]}
            """)!.AsObject());
        JsonObject Item(int letters) => new() { ["TableName"] = "texts", ["Item"] = PlainValues.Members(new() { ["pk"] = "k", ["sk"] = new string('ü', letters) }) };

        _cloud.Call("dynamodb", "PutItem", Item(512));
        _cloud.Refused("dynamodb", "PutItem", Item(513)).Message
            .ShouldBe("One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }

    [Theory]
    [InlineData("pk = :k AND sk > :a AND sk < :b", "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key")]
    [InlineData("pk = :k AND sk > :a AND x = :b", "The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)")]
    [InlineData("pk = :k AND sk IN (:a, :b)", "Invalid operator used in KeyConditionExpression: IN")]
    [InlineData("pk = :empty", "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk")]
    public void A_key_condition_that_no_query_can_answer_is_refused(string condition, string message)
    {
        var values = PlainValues.Item("""{":k": "k", ":a": 1, ":b": 9, ":empty": ""}""");
        foreach (var unused in values.Select(value => value.Key).Where(name => !condition.Contains(name, StringComparison.Ordinal)).ToList())
        {
            values.Remove(unused);
        }

        _cloud.Refused("dynamodb", "Query", new() { ["TableName"] = "t", ["KeyConditionExpression"] = condition, ["ExpressionAttributeValues"] = values })
            .Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("""{"pk": "other", "sk": 7}""", "The provided starting key is outside query boundaries based on provided conditions")]
    [InlineData("""{"pk": "k", "sk": 5}""", "The provided starting key does not match the range key predicate")]
    public void A_page_begins_within_what_is_asked_for(string start, string message) =>
        _cloud.Refused("dynamodb", "Query", new()
        {
            ["TableName"] = "t", ["KeyConditionExpression"] = "pk = :k AND sk > :low", ["ExpressionAttributeValues"] = PlainValues.Item("""{":k": "k", ":low": 5}"""),
            ["ExclusiveStartKey"] = PlainValues.Item(start),
        }).Message.ShouldBe(message);

    [Theory]
    [InlineData("a", "ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"")]
    [InlineData("#", "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#\"")]
    [InlineData("#a-b", "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#a-b\"")]
    public void A_placeholder_has_its_mark_and_a_name(string name, string message) =>
        _cloud.Refused("dynamodb", "Scan", new() { ["TableName"] = "t", ["FilterExpression"] = "x = x", ["ExpressionAttributeNames"] = new JsonObject { [name] = "x" } })
            .Message.ShouldBe(message);

    [Fact]
    public void A_condition_compares_with_at_most_100_candidates()
    {
        var values = new JsonObject(Enumerable.Range(1, 101).Select(n => KeyValuePair.Create($":v{n}", (JsonNode?)n)));

        _cloud.Refused("dynamodb", "Scan", new()
        {
            ["TableName"] = "t", ["FilterExpression"] = $"x IN ({string.Join(',', values.Select(value => value.Key))})", ["ExpressionAttributeValues"] = PlainValues.Members(values),
        }).Message.ShouldBe("Invalid FilterExpression: The IN operator is provided with too many operands; number of operands: 101");
    }

    [Fact]
    public void Expiry_is_turned_off_by_the_name_of_its_attribute()
    {
        JsonObject Asked(bool enabled, string attribute) => new()
        {
            ["TableName"] = "t", ["TimeToLiveSpecification"] = new JsonObject { ["Enabled"] = enabled, ["AttributeName"] = attribute },
        };
        _cloud.Call("dynamodb", "UpdateTimeToLive", Asked(true, "e"));

        foreach (var enabled in new[] { true, false })
        {
            _cloud.Refused("dynamodb", "UpdateTimeToLive", Asked(enabled, "f")).Message
                .ShouldBe("TimeToLive is active on a different AttributeName: current AttributeName is e");
        }

        _cloud.Refused("dynamodb", "UpdateTimeToLive", Asked(true, "e")).Message.ShouldBe("TimeToLive is already enabled");
        _cloud.Call("dynamodb", "UpdateTimeToLive", Asked(false, "e"));
    }
}
