using System.Text.Json.Nodes;
using Headroom.Cloud.Tests.Lambda;

namespace Headroom.Cloud.Tests.Sns;

public sealed class PublishTests
{
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_published_message_reaches_a_subscribed_function_as_an_SNS_event()
    {
        var topic = Topic();
        _cloud.Create("notifier");
        var subscription = Subscribe(topic, "lambda", "arn:aws:lambda:us-east-1:123456789012:function:notifier");
        _cloud.Call("lambda", "AddPermission", new()
        {
            ["FunctionName"] = "notifier",
            ["StatementId"] = "sns",
            ["Action"] = "lambda:InvokeFunction",
            ["Principal"] = "sns.amazonaws.com",
            ["SourceArn"] = topic,
        });

        var published = _cloud.Now;
        var id = (string)_cloud.Call("sns", "Publish", new() { ["TopicArn"] = topic, ["Message"] = "hello!" })["MessageId"]!;
        _cloud.Advance(TimeSpan.FromSeconds(1));

        var record = JsonNode.Parse(_cloud.Functions.Invoked.Single().Payload)!["Records"]!.AsArray().Single()!;
        ((string)record["EventSource"]!).ShouldBe("aws:sns");
        ((string)record["EventSubscriptionArn"]!).ShouldBe(subscription);
        var sns = record["Sns"]!;
        ((string)sns["Type"]!).ShouldBe("Notification");
        ((string)sns["MessageId"]!).ShouldBe(id);
        ((string)sns["TopicArn"]!).ShouldBe(topic);
        ((string)sns["Message"]!).ShouldBe("hello!");
        ((string)sns["Timestamp"]!).ShouldBe(published.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        sns.AsObject().ContainsKey("Subject").ShouldBeTrue();
        sns["Subject"].ShouldBeNull();
    }

    [Theory]
    [InlineData(".a", """{"DataType":"String","StringValue":"x"}""", "Invalid message attribute name starting with character '.' was found.")]
    [InlineData("a.", """{"DataType":"String","StringValue":"x"}""", "Invalid message attribute name ending with character '.' was found.")]
    [InlineData("a..b", """{"DataType":"String","StringValue":"x"}""", "Message attribute name can not have successive '.' character.")]
    [InlineData("ü", """{"DataType":"String","StringValue":"x"}""", "Invalid non-alphanumeric character '#xFC' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.")]
    [InlineData("a", """{"DataType":"String","BinaryValue":"eA=="}""", "The message attribute 'a' with type 'String' must use field 'String'.")]
    [InlineData("a", """{"DataType":"Binary","StringValue":"x"}""", "The message attribute 'a' with type 'Binary' must use field 'Binary'.")]
    [InlineData("a", """{"DataType":"Number","StringValue":"NaN"}""", "Could not cast message attribute 'a' value to number.")]
    public void An_attribute_that_no_message_can_have_is_refused(string name, string value, string message)
    {
        var refusal = _cloud.Refused("sns", "Publish", new()
        {
            ["TopicArn"] = Topic(), ["Message"] = "hello!", ["MessageAttributes"] = new JsonObject { [name] = JsonNode.Parse(value) },
        });

        (refusal.Code, refusal.Message).ShouldBe(("ParameterValueInvalid", message));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-1")]
    public void An_entry_of_a_batch_has_a_plain_name(string id) =>
        _cloud.Refused("sns", "PublishBatch", new()
        {
            ["TopicArn"] = Topic(), ["PublishBatchRequestEntries"] = new JsonArray(new JsonObject { ["Id"] = id, ["Message"] = "hello!" }),
        }).Code.ShouldBe("InvalidBatchEntryId");

    [Fact]
    public void A_published_message_reaches_a_queue_in_an_envelope_and_raw_where_wished()
    {
        var topic = Topic();
        Queue("wrapped");
        Queue("raw");
        Subscribe(topic, "sqs", "arn:aws:sqs:us-east-1:123456789012:wrapped");
        Subscribe(topic, "sqs", "arn:aws:sqs:us-east-1:123456789012:raw", new() { ["RawMessageDelivery"] = "true" });

        _cloud.Call("sns", "Publish", new()
        {
            ["TopicArn"] = topic,
            ["Message"] = "hello!",
            ["Subject"] = "greeting",
            ["MessageAttributes"] = new JsonObject { ["kind"] = new JsonObject { ["DataType"] = "String", ["StringValue"] = "push" } },
        });
        _cloud.Advance(TimeSpan.FromSeconds(1));

        var envelope = JsonNode.Parse((string)Receive("wrapped")["Body"]!)!;
        ((string)envelope["Message"]!).ShouldBe("hello!");
        ((string)envelope["Subject"]!).ShouldBe("greeting");
        ((string)envelope["MessageAttributes"]!["kind"]!["Value"]!).ShouldBe("push");
        var raw = Receive("raw");
        ((string)raw["Body"]!).ShouldBe("hello!");
        ((string)raw["MessageAttributes"]!["kind"]!["StringValue"]!).ShouldBe("push");
    }

    [Fact]
    public void A_message_for_a_deleted_function_goes_to_the_subscriptions_dead_letter_queue()
    {
        var topic = Topic();
        Queue("undelivered");
        Subscribe(topic, "lambda", "arn:aws:lambda:us-east-1:123456789012:function:gone", new()
        {
            ["RedrivePolicy"] = """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:undelivered"}""",
        });

        _cloud.Call("sns", "Publish", new() { ["TopicArn"] = topic, ["Message"] = "hello!" });
        _cloud.Advance(TimeSpan.FromSeconds(1));

        ((string)JsonNode.Parse((string)Receive("undelivered")["Body"]!)!["Message"]!).ShouldBe("hello!");
    }

    [Theory]
    [InlineData("", "Invalid parameter: Empty message")]
    [InlineData(null, "Invalid parameter: Message too long")]
    public void A_message_that_is_empty_or_too_long_is_refused(string? message, string reason)
    {
        var refusal = _cloud.Refused("sns", "Publish", new() { ["TopicArn"] = Topic(), ["Message"] = message ?? new string('x', 262_145) });

        refusal.Code.ShouldBe("InvalidParameter");
        refusal.Message.ShouldBe(reason);
    }

    [Theory]
    [InlineData("""{"MessageStructure":"json","Message":"text"}""", "Invalid parameter: Message Structure - JSON message body failed to parse")]
    [InlineData("""{"MessageStructure":"json","Message":"{}"}""", "Invalid parameter: Message Structure - No default entry in JSON message body")]
    [InlineData("""{"Message":"m","MessageAttributes":{"a":{"DataType":"Number","StringValue":"x"}}}""", "Could not cast message attribute 'a' value to number.")]
    [InlineData("""{"Message":"m","MessageDeduplicationId":"d"}""", "Invalid parameter: MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type")]
    [InlineData("""{"Message":"m","TopicArn":"topic"}""", "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1")]
    public void What_cannot_be_published_is_refused_in_SNSs_words(string request, string message)
    {
        var asked = JsonNode.Parse(request)!.AsObject();
        asked["TopicArn"] ??= Topic();

        _cloud.Refused("sns", "Publish", asked).Message.ShouldBe(message);
    }

    [Fact]
    public void Publishing_to_a_topic_that_does_not_exist_is_refused()
    {
        var refusal = _cloud.Refused("sns", "Publish", new() { ["TopicArn"] = "arn:aws:sns:us-east-1:123456789012:gone", ["Message"] = "hello!" });

        refusal.ShouldBe(new("NotFound", "Topic does not exist"));
    }

    private string Topic() => (string)_cloud.Call("sns", "CreateTopic", new() { ["Name"] = "customer_topic" })["TopicArn"]!;

    private void Queue(string name) => _cloud.Call("sqs", "CreateQueue", new()
    {
        ["QueueName"] = name,
        ["Attributes"] = new JsonObject
        {
            ["Policy"] = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"arn:aws:sqs:us-east-1:123456789012:{{name}}"}]}""",
        },
    });

    private string Subscribe(string topic, string protocol, string endpoint, JsonObject? attributes = null) => (string)_cloud.Call("sns", "Subscribe", new()
    {
        ["TopicArn"] = topic,
        ["Protocol"] = protocol,
        ["Endpoint"] = endpoint,
        ["Attributes"] = attributes ?? [],
    })["SubscriptionArn"]!;

    private JsonNode Receive(string queue) => _cloud.Call("sqs", "ReceiveMessage", new()
    {
        ["QueueUrl"] = $"http://127.0.0.1:4566/123456789012/{queue}",
        ["MessageAttributeNames"] = new JsonArray("All"),
    })["Messages"]![0]!;
}
