using System.Text.Encodings.Web;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifications.Tests.Delivery;

public sealed class RefusedNotificationTests
{
    private const string TooLong = """{"holdFor":"PT9H"}""";
    private const string Reason = "holdFor: \"PT9H\" is longer than the longest hold allowed here, PT6H";
    private readonly HandlerFixture fixture = new();

    [Fact]
    public async Task It_goes_to_the_dead_letter_queue_with_its_reason_and_nothing_else_happens()
    {
        var response = await fixture.PublishAsync(TooLong);

        response.ToJsonString().ShouldBe("""{"accepted":0,"refused":1,"executions":0}""");
        var call = fixture.Aws.Calls.ShouldHaveSingleItem();
        call.Operation.ShouldBe("SendMessage");
        ((string)call.Request["QueueUrl"]!).ShouldBe(fixture.Settings.DeadLetterQueueUrl);
        ((string)call.Request["MessageBody"]!).ShouldBe(TooLong);
        Attributes(call).ShouldBe(
            [("Reason", Reason), ("MessageId", HandlerFixture.MessageId), ("TopicArn", HandlerFixture.TopicArn)], ignoreOrder: true);
    }

    [Fact]
    public async Task It_is_logged_with_its_reason_and_counted()
    {
        await fixture.PublishAsync(TooLong);

        fixture.Log.First().ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .ShouldContain(
                "\"level\":\"WARN\",\"message\":\"Notification refused\"," +
                $"\"messageId\":\"{HandlerFixture.MessageId}\",\"reason\":\"holdFor: \\\"PT9H\\\" is longer");
        fixture.Metrics.ShouldBe(["0,1,0"]);
    }

    [Fact]
    public async Task What_the_queue_does_not_take_is_replaced()
    {
        await fixture.PublishAsync("{\"reason\":\u0001\uFFFE ⚽}");

        ((string)fixture.Aws.Calls.ShouldHaveSingleItem().Request["MessageBody"]!).ShouldBe("{\"reason\":\uFFFD\uFFFD ⚽}");
    }

    [Fact]
    public async Task A_queue_that_does_not_answer_fails_the_invocation_so_that_Lambda_tries_again()
    {
        fixture.Aws.Answer = _ => new AwsReply.Failed(400, "AccessDenied", "no sqs:SendMessage");

        (await fixture.FailureOfAsync(TooLong)).ShouldBe(
            $"notification {HandlerFixture.MessageId}: refused ({Reason}), but not put on the dead-letter queue " +
            "(AccessDenied: no sqs:SendMessage)");
        fixture.Metrics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Beside_it_in_one_event_another_message_is_held()
    {
        var response = await fixture.PublishAsync(TooLong, "hello!");

        response.ToJsonString().ShouldBe("""{"accepted":1,"refused":1,"executions":2}""");
        fixture.Metrics.ShouldBe(["0,1,0", "1,0,0"]);
    }

    private static IEnumerable<(string Name, string Value)> Attributes(AwsCall call)
    {
        foreach (var (name, attribute) in call.Request["MessageAttributes"]!.AsObject())
        {
            ((string)attribute!["DataType"]!).ShouldBe("String");
            yield return (name, (string)attribute["StringValue"]!);
        }
    }
}
