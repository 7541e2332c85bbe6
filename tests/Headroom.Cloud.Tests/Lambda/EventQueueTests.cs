using System.Text.Json.Nodes;
using Headroom.Cloud.Services.Lambda.Hosting;

namespace Headroom.Cloud.Tests.Lambda;

/// <summary>Asynchronous invocations: how often they are tried, and where they end.</summary>
public sealed class EventQueueTests
{
    private const string Dead = "http://127.0.0.1:4566/123456789012/dead";
    private readonly TestCloud _cloud = new();
    private readonly List<DateTimeOffset> _attempts = [];

    [Fact]
    public void An_event_is_accepted_at_once_and_handled_soon_after()
    {
        _cloud.Create("worker");

        var response = _cloud.Call("lambda", "Invoke", Functions.Invocation("worker", """{"a":1}""", "Event"));
        ((int)response["StatusCode"]!).ShouldBe(202);
        _cloud.Functions.Invoked.ShouldBeEmpty();
        _cloud.Advance(TimeSpan.FromSeconds(1));

        _cloud.Functions.Invoked.Single().Payload.ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void A_failed_event_is_tried_again_after_one_and_after_two_more_minutes_and_then_put_on_the_dead_letter_queue()
    {
        MakeDeadLetterQueue();
        _cloud.Create("worker", new() { ["DeadLetterConfig"] = new JsonObject { ["TargetArn"] = "arn:aws:sqs:us-east-1:123456789012:dead" } });
        Fail();

        Invoke("worker", """{"a":1}""");
        _cloud.Advance(TimeSpan.FromMinutes(10));

        _attempts.Count.ShouldBe(3);
        (_attempts[1] - _attempts[0]).ShouldBe(TimeSpan.FromMinutes(1));
        (_attempts[2] - _attempts[1]).ShouldBe(TimeSpan.FromMinutes(2));
        _cloud.Functions.Invoked.Select(order => order.RequestId).Distinct().Count().ShouldBe(1);
        var letter = DeadLetter()!;
        ((string)letter["Body"]!).ShouldBe("""{"a":1}""");
        Attribute(letter, "RequestID").ShouldBe(_cloud.Functions.Invoked[0].RequestId);
        Attribute(letter, "ErrorCode").ShouldBe("200");
        Attribute(letter, "ErrorMessage").ShouldBe("no luck");
    }

    [Fact]
    public void A_failure_destination_gets_a_record_of_the_invocation()
    {
        MakeDeadLetterQueue();
        _cloud.Create("worker");
        Configure("worker", retries: 0);
        Fail();

        Invoke("worker", """{"a":1}""");
        _cloud.Advance(TimeSpan.FromMinutes(10));

        _attempts.Count.ShouldBe(1);
        var record = JsonNode.Parse((string)DeadLetter()!["Body"]!)!;
        ((string)record["requestContext"]!["condition"]!).ShouldBe("RetriesExhausted");
        ((int)record["requestContext"]!["approximateInvokeCount"]!).ShouldBe(1);
        ((string)record["requestContext"]!["functionArn"]!).ShouldBe("arn:aws:lambda:us-east-1:123456789012:function:worker:$LATEST");
        record["requestPayload"]!.ToJsonString().ShouldBe("""{"a":1}""");
        ((string)record["responseContext"]!["functionError"]!).ShouldBe("Unhandled");
        ((string)record["responsePayload"]!["errorMessage"]!).ShouldBe("no luck");
    }

    [Fact]
    public void A_retry_that_would_come_too_late_is_given_up()
    {
        MakeDeadLetterQueue();
        _cloud.Create("worker");
        Configure("worker", retries: 2, age: 90);
        Fail();

        Invoke("worker", "{}");
        _cloud.Advance(TimeSpan.FromMinutes(10));

        _attempts.Count.ShouldBe(2);
        ((string)JsonNode.Parse((string)DeadLetter()!["Body"]!)!["requestContext"]!["condition"]!).ShouldBe("EventAgeExceeded");
    }

    [Fact]
    public void A_throttled_event_waits_in_the_queue_until_there_is_room()
    {
        _cloud.Create("worker", new() { ["Timeout"] = 900 });
        _cloud.Call("lambda", "PutFunctionConcurrency", new() { ["FunctionName"] = "worker", ["ReservedConcurrentExecutions"] = 1 });
        _cloud.Functions.Run = _ => null;
        Invoke("worker", "1");
        _cloud.Advance(TimeSpan.FromSeconds(1));
        Invoke("worker", "2");
        _cloud.Advance(TimeSpan.FromSeconds(20));
        var first = _cloud.Functions.Invoked.Single();

        _cloud.Functions.Tell(new FunctionNews.Answered(first.EnvironmentId, first.RequestId, "null"));
        _cloud.Advance(TimeSpan.FromMinutes(5));

        _cloud.Functions.Invoked.Select(order => order.Payload).ShouldBe(["1", "2"]);
    }

    [Fact]
    public void A_function_without_concurrency_gives_its_events_up_at_once()
    {
        MakeDeadLetterQueue();
        _cloud.Create("worker");
        Configure("worker", retries: 2);
        _cloud.Call("lambda", "PutFunctionConcurrency", new() { ["FunctionName"] = "worker", ["ReservedConcurrentExecutions"] = 0 });

        Invoke("worker", "{}");
        _cloud.Advance(TimeSpan.FromSeconds(1));

        _cloud.Functions.Invoked.ShouldBeEmpty();
        DeadLetter().ShouldNotBeNull();
    }

    [Fact]
    public void Failures_are_counted_in_CloudWatch()
    {
        _cloud.Create("worker");
        Fail();
        Invoke("worker", "{}");
        _cloud.Advance(TimeSpan.FromSeconds(1));

        var statistics = _cloud.Call("cloudwatch", "GetMetricStatistics", new()
        {
            ["Namespace"] = "AWS/Lambda",
            ["MetricName"] = "Errors",
            ["Dimensions"] = new JsonArray(new JsonObject { ["Name"] = "FunctionName", ["Value"] = "worker" }),
            ["StartTime"] = "2026-03-01T12:00:00.000Z",
            ["EndTime"] = "2026-03-01T12:05:00.000Z",
            ["Period"] = 300,
            ["Statistics"] = new JsonArray("Sum"),
        });
        ((double)statistics["Datapoints"]![0]!["Sum"]!).ShouldBe(1);
    }

    private void Invoke(string name, string payload) => _cloud.Call("lambda", "Invoke", Functions.Invocation(name, payload, "Event"));

    private void Fail() => _cloud.Functions.Run = order =>
    {
        _attempts.Add(_cloud.Now);
        return new FunctionNews.Failed(order.EnvironmentId, order.RequestId, "Custom.Error", """{"errorMessage":"no luck","errorType":"Custom.Error"}""");
    };

    private void Configure(string name, int retries, int? age = null) => _cloud.Call("lambda", "PutFunctionEventInvokeConfig", new()
    {
        ["FunctionName"] = name,
        ["MaximumRetryAttempts"] = retries,
        ["MaximumEventAgeInSeconds"] = age,
        ["DestinationConfig"] = new JsonObject { ["OnFailure"] = new JsonObject { ["Destination"] = "arn:aws:sqs:us-east-1:123456789012:dead" } },
    });

    private void MakeDeadLetterQueue() => _cloud.Call("sqs", "CreateQueue", new() { ["QueueName"] = "dead" });

    private JsonNode? DeadLetter() =>
        _cloud.Call("sqs", "ReceiveMessage", new() { ["QueueUrl"] = Dead, ["MessageAttributeNames"] = new JsonArray("All") })["Messages"]?[0];

    private static string Attribute(JsonNode message, string name) => (string)message["MessageAttributes"]![name]!["StringValue"]!;
}
