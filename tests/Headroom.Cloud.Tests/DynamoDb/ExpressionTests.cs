using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Tests.DynamoDb;

public sealed class ExpressionTests
{
    private readonly TestCloud _cloud = new();

    public static IEnumerable<TheoryDataRow<string, string, string, string>> Conditions => CaseTable.Read("conditions.txt");

    public static IEnumerable<TheoryDataRow<string, string, string, string>> Updates => CaseTable.Read("updates.txt");

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_decides_as_on_AWS(string expression, string values, string item, string expected)
    {
        Given(item);

        var outcome = _cloud.Try("dynamodb", "DeleteItem", Request(values, new()
        {
            ["TableName"] = "t", ["Key"] = Tables.Key("k"), ["ConditionExpression"] = expression,
        }));

        var said = outcome switch
        {
            Outcome<JsonObject>.Refused { Refusal: { Code: "ConditionalCheckFailedException", Message: "The conditional request failed" } } => "false",
            Outcome<JsonObject>.Refused { Refusal: { Code: "ValidationException" } refusal } => refusal.Message,
            Outcome<JsonObject>.Answered => "true",
            _ => outcome.ToString(),
        };
        said.ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Updates))]
    public void An_update_changes_the_item_as_on_AWS(string expression, string values, string item, string expected)
    {
        Given(item);

        var outcome = _cloud.Try("dynamodb", "UpdateItem", Request(values, new()
        {
            ["TableName"] = "t", ["Key"] = Tables.Key("k"), ["UpdateExpression"] = expression, ["ReturnValues"] = "ALL_NEW",
        }));

        if (outcome is Outcome<JsonObject>.Refused { Refusal: var refusal })
        {
            $"{refusal.Code}: {refusal.Message}".ShouldBe($"ValidationException: {expected}");
            return;
        }

        var wanted = PlainValues.Item(expected);
        wanted["pk"] = new JsonObject { ["S"] = "k" };
        var stored = _cloud.Call("dynamodb", "GetItem", new() { ["TableName"] = "t", ["Key"] = Tables.Key("k") })["Item"];
        JsonNode.DeepEquals(stored, wanted).ShouldBeTrue($"{stored?.ToJsonString()} is not {wanted.ToJsonString()}");
    }

    private void Given(string item)
    {
        Tables.Create(_cloud, "t");
        var stored = PlainValues.Item(item);
        stored["pk"] = new JsonObject { ["S"] = "k" };
        _cloud.Call("dynamodb", "PutItem", new() { ["TableName"] = "t", ["Item"] = stored });
    }

    private static JsonObject Request(string values, JsonObject request)
    {
        if (PlainValues.Item(values) is { Count: > 0 } given)
        {
            request["ExpressionAttributeValues"] = given;
        }

        return request;
    }
}
