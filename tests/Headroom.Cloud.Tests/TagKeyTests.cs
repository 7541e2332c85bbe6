using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests;

/// <summary>A tag key that comes twice in one request: each service has its own answer, and none fails over it.</summary>
public sealed class TagKeyTests
{
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_topic_is_not_tagged_twice_with_one_key()
    {
        var arn = _cloud.Call("sns", "CreateTopic", new() { ["Name"] = "news" })["TopicArn"]!.DeepClone();

        var asked = _cloud.Refused("sns", "TagResource", new() { ["ResourceArn"] = arn, ["Tags"] = Twice("Key", "Value") });
        var made = _cloud.Refused("sns", "CreateTopic", new() { ["Name"] = "more", ["Tags"] = Twice("Key", "Value") });

        (asked.Code, asked.Message).ShouldBe(("InvalidParameter", "Invalid parameter: Duplicated keys are not allowed."));
        made.ShouldBe(asked);
    }

    [Theory]
    [InlineData("CreateCluster", """{"clusterName":"other"}""")]
    [InlineData("TagResource", """{"resourceArn":"arn:aws:ecs:us-east-1:123456789012:cluster/shop"}""")]
    public void Nothing_of_ECS_is_tagged_twice_with_one_key(string operation, string request)
    {
        _cloud.Call("ecs", "CreateCluster", new() { ["clusterName"] = "shop" });
        var asked = JsonNode.Parse(request)!.AsObject();
        asked["tags"] = Twice("key", "value");

        var refusal = _cloud.Refused("ecs", operation, asked);

        (refusal.Code, refusal.Message).ShouldBe(("InvalidParameterException", "Multiple tags contain the same key."));
    }

    [Fact]
    public void A_stack_is_not_tagged_twice_with_one_key()
    {
        var refusal = _cloud.Refused("cloudformation", "CreateStack", new()
        {
            ["StackName"] = "s", ["TemplateBody"] = """{"Resources":{"T":{"Type":"AWS::SNS::Topic"}}}""", ["Tags"] = Twice("Key", "Value"),
        });

        (refusal.Code, refusal.Message).ShouldBe(("ValidationError", "Tags contain duplicate keys; tag keys must be unique"));
    }

    /// <summary>https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Tagging.html: a key that is there gets the new value.</summary>
    [Fact]
    public void Of_a_table_and_an_activity_the_last_value_counts()
    {
        var table = _cloud.Call("dynamodb", "CreateTable", new()
        {
            ["TableName"] = "t", ["BillingMode"] = "PAY_PER_REQUEST", ["Tags"] = Twice("Key", "Value"),
            ["AttributeDefinitions"] = new JsonArray(new JsonObject { ["AttributeName"] = "pk", ["AttributeType"] = "S" }),
            ["KeySchema"] = new JsonArray(new JsonObject { ["AttributeName"] = "pk", ["KeyType"] = "HASH" }),
        })["TableDescription"]!["TableArn"]!.DeepClone();
        var activity = _cloud.Call("stepfunctions", "CreateActivity", new() { ["name"] = "a", ["tags"] = Twice("key", "value") })["activityArn"]!;
        _cloud.Call("stepfunctions", "TagResource", new() { ["resourceArn"] = activity.DeepClone(), ["tags"] = Twice("key", "value") });

        _cloud.Call("dynamodb", "ListTagsOfResource", new() { ["ResourceArn"] = table })["Tags"]!.ToJsonString().ShouldBe("""[{"Key":"team","Value":"b"}]""");
        _cloud.Call("stepfunctions", "ListTagsForResource", new() { ["resourceArn"] = activity.DeepClone() })["tags"]!.ToJsonString()
            .ShouldBe("""[{"key":"team","value":"b"}]""");
    }

    [Fact]
    public void A_resource_has_at_most_50_tags()
    {
        var topic = (string)_cloud.Call("sns", "CreateTopic", new() { ["Name"] = "news" })["TopicArn"]!;
        var activity = (string)_cloud.Call("stepfunctions", "CreateActivity", new() { ["name"] = "a" })["activityArn"]!;

        _cloud.Call("sns", "TagResource", new() { ["ResourceArn"] = topic, ["Tags"] = Many("Key", "Value", 50) });
        _cloud.Call("stepfunctions", "TagResource", new() { ["resourceArn"] = activity, ["tags"] = Many("key", "value", 50) });

        _cloud.Refused("sns", "TagResource", new() { ["ResourceArn"] = topic, ["Tags"] = Twice("Key", "Value", "other") }).Code.ShouldBe("TagLimitExceeded");
        var refusal = _cloud.Refused("stepfunctions", "TagResource", new() { ["resourceArn"] = activity, ["tags"] = Twice("key", "value") });
        (refusal.Code, (string?)refusal.Members!["resourceName"]).ShouldBe(("TooManyTags", activity));
        _cloud.Call("stepfunctions", "TagResource", new() { ["resourceArn"] = activity, ["tags"] = Many("key", "value", 50) });
    }

    private static JsonArray Many(string key, string value, int count) =>
        [.. Enumerable.Range(1, count).Select(n => new JsonObject { [key] = $"t{n}", [value] = "x" })];

    private static JsonArray Twice(string key, string value, string? second = null) =>
        [new JsonObject { [key] = "team", [value] = "a" }, new JsonObject { [key] = second ?? "team", [value] = "b" }];
}
