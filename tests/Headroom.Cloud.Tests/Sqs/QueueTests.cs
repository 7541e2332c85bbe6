using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Tests.Sqs;

public sealed class QueueTests
{
    private const string Url = "http://127.0.0.1:4566/123456789012/";
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_message_is_hidden_while_a_receiver_has_it_and_comes_back_unless_it_is_deleted()
    {
        Create("jobs", new() { ["VisibilityTimeout"] = "30" });
        Send("jobs", "first");

        var received = Receive("jobs").Single();
        ((string)received["Body"]!).ShouldBe("first");
        Receive("jobs").ShouldBeEmpty();
        Attributes("jobs")["ApproximateNumberOfMessagesNotVisible"]!.ToString().ShouldBe("1");

        _cloud.Advance(TimeSpan.FromSeconds(30));
        var again = Receive("jobs").Single();
        ((string)again["Attributes"]!["ApproximateReceiveCount"]!).ShouldBe("2");

        _cloud.Call("sqs", "DeleteMessage", new() { ["QueueUrl"] = Url + "jobs", ["ReceiptHandle"] = (string)again["ReceiptHandle"]! });
        _cloud.Advance(TimeSpan.FromMinutes(1));
        Receive("jobs").ShouldBeEmpty();
    }

    [Fact]
    public void A_delayed_message_comes_when_its_delay_is_over()
    {
        Create("jobs");
        _cloud.Call("sqs", "SendMessage", new() { ["QueueUrl"] = Url + "jobs", ["MessageBody"] = "later", ["DelaySeconds"] = 10 });

        Receive("jobs").ShouldBeEmpty();
        Attributes("jobs")["ApproximateNumberOfMessagesDelayed"]!.ToString().ShouldBe("1");
        _cloud.Advance(TimeSpan.FromSeconds(10));

        Receive("jobs").Count.ShouldBe(1);
    }

    [Fact]
    public void A_long_poll_is_answered_as_soon_as_a_message_comes()
    {
        Create("jobs");
        var poll = Poll("jobs", 20);
        _cloud.Advance(TimeSpan.FromSeconds(5));
        poll.Answer.ShouldBeNull();

        Send("jobs", "hello");

        ((string)Answered(poll)["Messages"]![0]!["Body"]!).ShouldBe("hello");
    }

    [Fact]
    public void A_long_poll_is_answered_when_a_hidden_message_comes_to_light()
    {
        Create("jobs");
        _cloud.Call("sqs", "SendMessage", new() { ["QueueUrl"] = Url + "jobs", ["MessageBody"] = "later", ["DelaySeconds"] = 10 });
        var poll = Poll("jobs", 20);

        _cloud.Advance(TimeSpan.FromSeconds(10));

        ((string)Answered(poll)["Messages"]![0]!["Body"]!).ShouldBe("later");
    }

    [Fact]
    public void A_long_poll_ends_empty_when_its_wait_is_over()
    {
        Create("jobs");
        var poll = Poll("jobs", 20);

        _cloud.Advance(TimeSpan.FromSeconds(20));

        Answered(poll)["Messages"].ShouldBeNull();
    }

    [Fact]
    public void Of_two_long_polls_the_first_gets_the_message()
    {
        Create("jobs");
        var (first, second) = (Poll("jobs", 20), Poll("jobs", 20));

        Send("jobs", "hello");

        Answered(first)["Messages"]!.AsArray().Count.ShouldBe(1);
        second.Answer.ShouldBeNull();
    }

    [Fact]
    public void A_message_received_too_often_moves_to_the_dead_letter_queue()
    {
        Create("dead");
        Create("jobs", new()
        {
            ["VisibilityTimeout"] = "1",
            ["RedrivePolicy"] = """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead","maxReceiveCount":2}""",
        });
        Send("jobs", "poison");
        for (var i = 0; i < 2; i++)
        {
            Receive("jobs").Count.ShouldBe(1);
            _cloud.Advance(TimeSpan.FromSeconds(1));
        }

        Receive("jobs").ShouldBeEmpty();
        var letter = Receive("dead").Single();
        ((string)letter["Body"]!).ShouldBe("poison");
        ((string)letter["Attributes"]!["DeadLetterQueueSourceArn"]!).ShouldBe("arn:aws:sqs:us-east-1:123456789012:jobs");
    }

    [Fact]
    public void A_message_is_gone_when_its_retention_is_over()
    {
        Create("jobs", new() { ["MessageRetentionPeriod"] = "60" });
        Send("jobs", "old");

        _cloud.Advance(TimeSpan.FromSeconds(60));

        Receive("jobs").ShouldBeEmpty();
        Attributes("jobs")["ApproximateNumberOfMessages"]!.ToString().ShouldBe("0");
    }

    // Computed from the documentation of the digest by another program.
    [Fact]
    public void Digests_are_those_that_clients_compute()
    {
        Create("jobs");
        var sent = _cloud.Call("sqs", "SendMessage", new()
        {
            ["QueueUrl"] = Url + "jobs",
            ["MessageBody"] = "This is a test message",
            ["MessageAttributes"] = new JsonObject
            {
                ["test_attribute_name_1"] = new JsonObject { ["DataType"] = "String", ["StringValue"] = "test_attribute_value_1" },
            },
        });

        ((string)sent["MD5OfMessageBody"]!).ShouldBe("fafb00f5732ab283681e124bf8747ed1");
        ((string)sent["MD5OfMessageAttributes"]!).ShouldBe("ba056227cfd9533dba1f72ad9816d233");
    }

    [Fact]
    public void A_queue_that_is_not_empty_is_measured_every_minute()
    {
        Create("jobs");
        Send("jobs", "hello");
        _cloud.Advance(TimeSpan.FromMinutes(2));

        var statistics = _cloud.Call("cloudwatch", "GetMetricStatistics", new()
        {
            ["Namespace"] = "AWS/SQS",
            ["MetricName"] = "ApproximateNumberOfMessagesVisible",
            ["Dimensions"] = new JsonArray(new JsonObject { ["Name"] = "QueueName", ["Value"] = "jobs" }),
            ["StartTime"] = "2026-03-01T12:00:00.000Z",
            ["EndTime"] = "2026-03-01T12:05:00.000Z",
            ["Period"] = 60,
            ["Statistics"] = new JsonArray("Maximum"),
        });
        statistics["Datapoints"]!.AsArray().Select(point => (double)point!["Maximum"]!).ShouldBe([1, 1]);
    }

    [Theory]
    [InlineData("SendMessage", """{"MessageBody":""}""", "MissingParameter")]
    [InlineData("SendMessage", """{"MessageBody":"\u0001"}""", "InvalidMessageContents")]
    [InlineData("SendMessage", """{"MessageBody":"a\u0000b"}""", "InvalidMessageContents")]
    [InlineData("SendMessageBatch", """{"Entries":[{"Id":"a b","MessageBody":"x"}]}""", "InvalidBatchEntryId")]
    [InlineData("SetQueueAttributes", """{"Attributes":{"Policy":"{"}}""", "InvalidAttributeValue")]
    [InlineData("SendMessage", """{"MessageBody":"x","DelaySeconds":901}""", "InvalidParameterValue")]
    [InlineData("ReceiveMessage", """{"MaxNumberOfMessages":11}""", "InvalidParameterValue")]
    [InlineData("DeleteMessage", """{"ReceiptHandle":"nonsense"}""", "ReceiptHandleIsInvalid")]
    [InlineData("SetQueueAttributes", """{"Attributes":{"VisibilityTimeout":"43201"}}""", "InvalidAttributeValue")]
    [InlineData("SetQueueAttributes", """{"Attributes":{"QueueArn":"arn"}}""", "InvalidAttributeName")]
    [InlineData("SendMessageBatch", """{"Entries":[]}""", "EmptyBatchRequest")]
    [InlineData("SendMessageBatch", """{"Entries":[{"Id":"a","MessageBody":"x"},{"Id":"a","MessageBody":"y"}]}""", "BatchEntryIdsNotDistinct")]
    public void What_SQS_refuses_is_refused_with_its_code(string operation, string request, string code)
    {
        Create("jobs");
        var json = JsonNode.Parse(request)!.AsObject();
        json["QueueUrl"] = Url + "jobs";

        _cloud.Refused("sqs", operation, json).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("{", "Redrive policy is not a valid JSON map.")]
    [InlineData("""{"maxReceiveCount":3}""", "Redrive policy does not contain mandatory attribute: deadLetterTargetArn.")]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:jobs","maxReceiveCount":0}""", "Invalid value for maxReceiveCount: 0, valid values are from 1 to 1000 both inclusive.")]
    [InlineData("""{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:none","maxReceiveCount":3}""", "Dead letter target does not exist.")]
    public void What_is_no_redrive_policy_is_refused_with_its_fault(string policy, string reason)
    {
        Create("jobs");

        _cloud.Refused("sqs", "SetQueueAttributes", new() { ["QueueUrl"] = Url + "jobs", ["Attributes"] = new JsonObject { ["RedrivePolicy"] = policy } })
            .Message.ShouldEndWith($"Reason: {reason}");
    }

    [Fact]
    public void A_queue_that_does_not_exist_is_refused_by_SQSs_own_code() =>
        _cloud.Refused("sqs", "GetQueueUrl", new() { ["QueueName"] = "gone" }).ShouldBe(new Refusal("QueueDoesNotExist", "The specified queue does not exist."));

    [Fact]
    public void A_queue_made_again_is_the_same_queue_unless_an_attribute_differs()
    {
        Create("jobs", new() { ["DelaySeconds"] = "5" });
        Create("jobs");
        Create("jobs", new() { ["DelaySeconds"] = "5" });

        _cloud.Refused("sqs", "CreateQueue", new() { ["QueueName"] = "jobs", ["Attributes"] = new JsonObject { ["DelaySeconds"] = "6" } }).Code.ShouldBe("QueueNameExists");
    }

    private void Create(string name, JsonObject? attributes = null) =>
        ((string)_cloud.Call("sqs", "CreateQueue", new() { ["QueueName"] = name, ["Attributes"] = attributes ?? [] })["QueueUrl"]!).ShouldBe(Url + name);

    private void Send(string queue, string body) => _cloud.Call("sqs", "SendMessage", new() { ["QueueUrl"] = Url + queue, ["MessageBody"] = body });

    private List<JsonNode> Receive(string queue) =>
        [.. (_cloud.Call("sqs", "ReceiveMessage", new() { ["QueueUrl"] = Url + queue, ["AttributeNames"] = new JsonArray("All") })["Messages"] as JsonArray ?? []).Select(message => message!)];

    private JsonNode Attributes(string queue) =>
        _cloud.Call("sqs", "GetQueueAttributes", new() { ["QueueUrl"] = Url + queue, ["AttributeNames"] = new JsonArray("All") })["Attributes"]!;

    private TestCloud.Box Poll(string queue, int seconds) => _cloud.Begin("sqs", "ReceiveMessage", new() { ["QueueUrl"] = Url + queue, ["WaitTimeSeconds"] = seconds });

    private static JsonObject Answered(TestCloud.Box poll) => poll.Answer.ShouldBeOfType<Outcome<JsonObject>.Answered>().Response;
}
