using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Tests.DynamoDb;

/// <summary>
/// What of a transaction is the fault of one item, which cancels it, and what of the request (as recorded on AWS:
/// github.com/paritysuite/dynamodb-conformance, tests/tier3/error-messages/transactWriteItems.test.ts).
/// </summary>
public sealed class TransactionTests
{
    private const string Mismatch = "The provided key element does not match the schema";
    private readonly TestCloud _cloud = new();

    public TransactionTests() => Tables.CreateIndexed(_cloud);

    [Theory]
    [InlineData("""{"Put": {"TableName": "t", "Item": {"pk": {"N": "5"}, "sk": {"N": "1"}}}}""", "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N")]
    [InlineData("""{"Put": {"TableName": "t", "Item": {"pk": {"S": "k"}, "sk": {"N": "1"}, "g": {"N": "5"}}}}""", "One or more parameter values were invalid: Type mismatch for Index Key g Expected: S Actual: N IndexName: byG")]
    [InlineData("""{"Delete": {"TableName": "t", "Key": {"pk": {"N": "5"}, "sk": {"N": "1"}}}}""", Mismatch)]
    [InlineData("""{"ConditionCheck": {"TableName": "t", "Key": {"pk": {"L": []}, "sk": {"N": "1"}}, "ConditionExpression": "attribute_exists(pk)"}}""", Mismatch)]
    [InlineData("""{"Update": {"TableName": "t", "Key": {"pk": {"S": "k"}}, "UpdateExpression": "REMOVE x"}}""", Mismatch)]
    public void A_key_of_the_wrong_type_cancels_the_transaction(string item, string message)
    {
        var refusal = Write("""{"Put": {"TableName": "t", "Item": {"pk": {"S": "free"}, "sk": {"N": "1"}}}}""", item);

        refusal.Code.ShouldBe("TransactionCanceledException");
        refusal.Message.ShouldBe("Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]");
        refusal.Members!["CancellationReasons"]![1]!["Message"]!.GetValue<string>().ShouldBe(message);
        _cloud.Call("dynamodb", "Scan", new() { ["TableName"] = "t" })["Count"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"Put": {"TableName": "t", "Item": {"pk": {"S": ""}, "sk": {"N": "1"}}}}""")]
    [InlineData("""{"Put": {"TableName": "t", "Item": {"pk": {"S": "k"}, "sk": {"N": "1"}, "g": {"S": ""}}}}""")]
    [InlineData("""{"Update": {"TableName": "t", "Key": {"pk": {"S": "k"}, "sk": {"N": "1"}}, "UpdateExpression": "SET g = :e", "ExpressionAttributeValues": {":e": {"S": ""}}}}""")]
    [InlineData("""{"Delete": {"TableName": "t", "Key": {"pk": {"S": ""}, "sk": {"N": "1"}}}}""")]
    public void An_empty_key_refuses_the_request(string item)
    {
        var refusal = Write(item);

        refusal.Code.ShouldBe("ValidationException");
        refusal.Message.ShouldContain("The AttributeValue for a key attribute cannot contain an empty string value.");
    }

    [Fact]
    public void A_read_with_a_key_that_is_none_is_cancelled()
    {
        var refusal = _cloud.Refused("dynamodb", "TransactGetItems", JsonNode.Parse("""{"TransactItems": [{"Get": {"TableName": "t", "Key": {}}}]}""")!.AsObject());

        refusal.Message.ShouldBe("Transaction cancelled, please refer cancellation reasons for specific reasons [ValidationError]");
    }

    /// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html, ClientRequestToken.</summary>
    [Fact]
    public void A_transaction_that_is_repeated_with_its_token_consumes_reads()
    {
        JsonObject Request() => new()
        {
            ["ClientRequestToken"] = "once", ["ReturnConsumedCapacity"] = "TOTAL",
            ["TransactItems"] = new JsonArray(new JsonObject { ["Put"] = new JsonObject
            {
                ["TableName"] = "t", ["Item"] = PlainValues.Members(new() { ["pk"] = "k", ["sk"] = 1, ["x"] = new string('x', 3000) }),
            } }),
        };

        Units(_cloud.Call("dynamodb", "TransactWriteItems", Request())).ShouldBe(6);
        Units(_cloud.Call("dynamodb", "TransactWriteItems", Request())).ShouldBe(2);
    }

    /// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html: of 100 items of 300 KB it returns some 50.</summary>
    [Fact]
    public void A_batch_gives_up_to_16_megabytes_and_the_keys_of_the_rest()
    {
        foreach (var sk in Enumerable.Range(1, 60))
        {
            _cloud.Call("dynamodb", "PutItem", new() { ["TableName"] = "t", ["Item"] = PlainValues.Members(new() { ["pk"] = "k", ["sk"] = sk, ["x"] = new string('x', 300 * 1024) }) });
        }

        var answer = _cloud.Call("dynamodb", "BatchGetItem", new()
        {
            ["RequestItems"] = new JsonObject { ["t"] = new JsonObject { ["Keys"] = new JsonArray([.. Enumerable.Range(1, 60).Select(sk => Tables.Key("k", sk))]) } },
        });

        var found = answer["Responses"]!["t"]!.AsArray().Count;
        found.ShouldBe(54);
        answer["UnprocessedKeys"]!["t"]!["Keys"]!.AsArray().Count.ShouldBe(60 - found);
    }

    private Refusal Write(params string[] items) => _cloud.Refused("dynamodb", "TransactWriteItems", new()
    {
        ["TransactItems"] = new JsonArray([.. items.Select(item => JsonNode.Parse(item))]),
    });

    private static double Units(JsonObject answer) => answer["ConsumedCapacity"]![0]!["CapacityUnits"]!.GetValue<double>();
}
