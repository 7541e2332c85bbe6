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

    [Fact]
    public void What_is_no_filter_policy_is_refused_when_subscribing()
    {
        var topic = (string)_cloud.Call("sns", "CreateTopic", new() { ["Name"] = "topic" })["TopicArn"]!;

        var refusal = _cloud.Refused("sns", "Subscribe", new()
        {
            ["TopicArn"] = topic,
            ["Protocol"] = "sqs",
            ["Endpoint"] = "arn:aws:sqs:us-east-1:123456789012:queue",
            ["Attributes"] = new JsonObject { ["FilterPolicy"] = """{"kind":"push"}""" },
        });

        refusal.Message.ShouldBe("""Invalid parameter: FilterPolicy: "kind" must be an object or an array""");
    }

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
