using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Sns;

public sealed class FilterTests
{
    private readonly TestCloud _cloud = new();

    [Theory]
    [InlineData("""{"kind":["push"]}""", """{"kind":{"DataType":"String","StringValue":"push"}}""", 1)]
    [InlineData("""{"kind":["push"]}""", """{"kind":{"DataType":"String","StringValue":"mail"}}""", 0)]
    [InlineData("""{"kind":["push"]}""", """{}""", 0)]
    [InlineData("""{"kind":[{"exists":false}]}""", """{}""", 1)]
    [InlineData("""{"users":[{"numeric":[">=",1000]}]}""", """{"users":{"DataType":"Number","StringValue":"2500"}}""", 1)]
    [InlineData("""{"users":[{"numeric":[">=",1000]}]}""", """{"users":{"DataType":"String","StringValue":"2500"}}""", 0)]
    [InlineData("""{"tags":["b"]}""", """{"tags":{"DataType":"String.Array","StringValue":"[\"a\",\"b\"]"}}""", 1)]
    public void A_filter_policy_is_held_against_the_messages_attributes(string policy, string attributes, int delivered)
    {
        var topic = Subscribe(new() { ["FilterPolicy"] = policy });

        _cloud.Call("sns", "Publish", new() { ["TopicArn"] = topic, ["Message"] = "hello!", ["MessageAttributes"] = JsonNode.Parse(attributes) });

        Delivered().ShouldBe(delivered);
    }

    [Theory]
    [InlineData("""{"order":{"total":150}}""", 1)]
    [InlineData("""{"order":{"total":50}}""", 0)]
    [InlineData("hello!", 0)]
    public void A_filter_policy_on_the_body_is_held_against_the_message(string message, int delivered)
    {
        var topic = Subscribe(new() { ["FilterPolicy"] = """{"order":{"total":[{"numeric":[">",100]}]}}""", ["FilterPolicyScope"] = "MessageBody" });

        _cloud.Call("sns", "Publish", new() { ["TopicArn"] = topic, ["Message"] = message });

        Delivered().ShouldBe(delivered);
    }

    [Theory]
    [InlineData("""{"kind":"push"}""", "MessageAttributes", """FilterPolicy: "kind" must be an object or an array""")]
    [InlineData("""{"kind":""", "MessageAttributes", "FilterPolicy: failed to parse JSON.")]
    [InlineData("""{"a":["1"],"b":["1"],"c":["1"],"d":["1"],"e":["1"],"f":["1"]}""", "MessageBody", "FilterPolicy: Filter policy can not have more than 5 keys")]
    [InlineData("""{"order":{"kind":["push"]}}""", "MessageAttributes", "Filter policy scope MessageAttributes does not support nested filter policy")]
    [InlineData("""{"a":{"b":{"c":[1,2,3,4]}},"d":{"e":[1,2,3,4,5,6,7]}}""", "MessageBody", "FilterPolicy: Filter policy is too complex")]
    [InlineData("""{"kind":["push"]}""", "Everything", "FilterPolicyScope: Invalid value [Everything]. Please use either MessageBody or MessageAttributes")]
    public void What_is_no_filter_policy_is_refused_when_subscribing(string policy, string scope, string reason)
    {
        var topic = (string)_cloud.Call("sns", "CreateTopic", new() { ["Name"] = "topic" })["TopicArn"]!;

        var refusal = _cloud.Refused("sns", "Subscribe", new()
        {
            ["TopicArn"] = topic,
            ["Protocol"] = "sqs",
            ["Endpoint"] = "arn:aws:sqs:us-east-1:123456789012:queue",
            ["Attributes"] = new JsonObject { ["FilterPolicy"] = policy, ["FilterPolicyScope"] = scope },
        });

        (refusal.Code, refusal.Message).ShouldBe(("InvalidParameter", $"Invalid parameter: Attributes Reason: {reason}"));
    }

    [Theory]
    [InlineData("FilterPolicy", """{"kind":"push"}""", "Invalid parameter: FilterPolicy: \"kind\" must be an object or an array")]
    [InlineData("FilterPolicy", """{"order":{"kind":["push"]}}""", "Invalid parameter: Filter policy scope MessageAttributes does not support nested filter policy")]
    [InlineData("RedrivePolicy", """{"deadLetterTargetArn":"dead"}""", "Invalid parameter: RedrivePolicy: deadLetterTargetArn is an invalid arn")]
    [InlineData("Colour", "red", "Invalid parameter: AttributeName")]
    public void What_a_subscription_cannot_have_is_refused(string name, string value, string message)
    {
        Subscribe([]);

        _cloud.Refused("sns", "SetSubscriptionAttributes", new()
        {
            ["SubscriptionArn"] = (string)_cloud.Call("sns", "ListSubscriptions", [])["Subscriptions"]![0]!["SubscriptionArn"]!,
            ["AttributeName"] = name,
            ["AttributeValue"] = value,
        }).Message.ShouldBe(message);
    }

    [Fact]
    public void A_filter_policy_of_72_combinations_is_none_too_many() =>
        Subscribe(new() { ["FilterPolicy"] = """{"a":{"b":{"c":[1,2,3,4]}},"d":{"e":[1,2,3]}}""", ["FilterPolicyScope"] = "MessageBody" }).ShouldNotBeEmpty();

    [Fact]
    public void An_empty_filter_policy_takes_the_filter_away()
    {
        var topic = Subscribe(new() { ["FilterPolicy"] = """{"kind":["push"]}""" });

        _cloud.Call("sns", "SetSubscriptionAttributes", new()
        {
            ["SubscriptionArn"] = (string)_cloud.Call("sns", "ListSubscriptions", [])["Subscriptions"]![0]!["SubscriptionArn"]!,
            ["AttributeName"] = "FilterPolicy",
            ["AttributeValue"] = "{}",
        });
        _cloud.Call("sns", "Publish", new() { ["TopicArn"] = topic, ["Message"] = "hello!" });

        Delivered().ShouldBe(1);
    }

    private string Subscribe(JsonObject attributes)
    {
        _cloud.Call("sqs", "CreateQueue", new()
        {
            ["QueueName"] = "queue",
            ["Attributes"] = new JsonObject
            {
                ["Policy"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"*"}]}""",
            },
        });
        var topic = (string)_cloud.Call("sns", "CreateTopic", new() { ["Name"] = "topic" })["TopicArn"]!;
        _cloud.Call("sns", "Subscribe", new()
        {
            ["TopicArn"] = topic,
            ["Protocol"] = "sqs",
            ["Endpoint"] = "arn:aws:sqs:us-east-1:123456789012:queue",
            ["Attributes"] = attributes,
        });
        return topic;
    }

    private int Delivered()
    {
        _cloud.Advance(TimeSpan.FromSeconds(1));
        return (_cloud.Call("sqs", "ReceiveMessage", new() { ["QueueUrl"] = "http://127.0.0.1:4566/123456789012/queue" })["Messages"] as JsonArray ?? []).Count;
    }
}
