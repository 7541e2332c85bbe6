using System.Text.Json.Nodes;
using Headroom.Cloud.Tests.Lambda;
using Headroom.Cloud.Tests.Store;

namespace Headroom.Cloud.Tests.Messaging;

/// <summary>A cloud that is killed and started again on what its disk has.</summary>
public sealed class RestartTests
{
    private const string Topic = "arn:aws:sns:us-east-1:123456789012:customer_topic";
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:notifier";
    private const string Queue = "http://127.0.0.1:4566/123456789012/jobs";
    private readonly RecordedStorage _storage = new();
    private readonly TestCloud _cloud;

    public RestartTests() => _cloud = new(_storage);

    [Fact]
    public void A_published_message_reaches_its_function_whenever_the_cloud_is_killed()
    {
        MakeNotifier(_cloud);
        _cloud.Functions.Run = _ => null;
        _cloud.Call("sns", "Publish", new() { ["TopicArn"] = Topic, ["Message"] = "hello!" });
        var published = _storage.Steps;
        _cloud.Advance(TimeSpan.FromSeconds(1));
        _cloud.Functions.Invoked.Count.ShouldBe(1);

        for (var steps = published; steps <= _storage.Steps; steps++)
        {
            var restarted = new TestCloud(_storage.KilledAfter(steps), now: _cloud.Now);
            restarted.Advance(TimeSpan.FromMinutes(1));

            var record = JsonNode.Parse(restarted.Functions.Invoked.ShouldHaveSingleItem($"killed after step {steps}").Payload)!["Records"]![0]!;
            ((string)record["Sns"]!["Message"]!).ShouldBe("hello!");
        }
    }

    [Fact]
    public void Everything_that_was_made_is_there_after_a_restart()
    {
        MakeNotifier(_cloud);
        _cloud.Call("sqs", "CreateQueue", new() { ["QueueName"] = "jobs", ["Attributes"] = new JsonObject { ["DelaySeconds"] = "1" }, ["tags"] = new JsonObject { ["a"] = "b" } });
        _cloud.Call("sqs", "SendMessage", new()
        {
            ["QueueUrl"] = Queue,
            ["MessageBody"] = "hello",
            ["MessageAttributes"] = new JsonObject { ["n"] = new JsonObject { ["DataType"] = "Number", ["StringValue"] = "1" } },
        });
        _cloud.Call("events", "CreateEventBus", new() { ["Name"] = "own" });
        _cloud.Call("events", "PutRule", new() { ["Name"] = "sweep", ["ScheduleExpression"] = "rate(5 minutes)" });
        _cloud.Call("events", "PutTargets", new()
        {
            ["Rule"] = "sweep",
            ["Targets"] = new JsonArray(new JsonObject { ["Id"] = "1", ["Arn"] = Function, ["RetryPolicy"] = new JsonObject { ["MaximumRetryAttempts"] = 3 } }),
        });
        _cloud.Call("lambda", "PublishVersion", new() { ["FunctionName"] = "notifier" });
        _cloud.Call("lambda", "CreateAlias", new() { ["FunctionName"] = "notifier", ["Name"] = "live", ["FunctionVersion"] = "1" });
        _cloud.Call("lambda", "PutFunctionEventInvokeConfig", new() { ["FunctionName"] = "notifier", ["MaximumRetryAttempts"] = 1 });
        _cloud.Begin("lambda", "Invoke", Functions.Invocation("notifier", "{}"));

        var restarted = new TestCloud(_storage.KilledAfter(_storage.Steps), now: _cloud.Now);

        foreach (var (service, operation, request) in Questions)
        {
            restarted.Call(service, operation, request).ToJsonString().ShouldBe(_cloud.Call(service, operation, request).ToJsonString(), operation);
        }
    }

    private static IEnumerable<(string Service, string Operation, JsonObject Request)> Questions =>
    [
        ("sns", "GetTopicAttributes", new() { ["TopicArn"] = Topic }),
        ("sns", "ListSubscriptions", []),
        ("sqs", "GetQueueAttributes", new() { ["QueueUrl"] = Queue, ["AttributeNames"] = new JsonArray("All") }),
        ("sqs", "ListQueueTags", new() { ["QueueUrl"] = Queue }),
        ("lambda", "GetFunction", new() { ["FunctionName"] = "notifier" }),
        ("lambda", "GetPolicy", new() { ["FunctionName"] = "notifier" }),
        ("lambda", "ListVersionsByFunction", new() { ["FunctionName"] = "notifier" }),
        ("lambda", "GetAlias", new() { ["FunctionName"] = "notifier", ["Name"] = "live" }),
        ("lambda", "GetFunctionEventInvokeConfig", new() { ["FunctionName"] = "notifier" }),
        ("events", "ListEventBuses", []),
        ("events", "DescribeRule", new() { ["Name"] = "sweep" }),
        ("events", "ListTargetsByRule", new() { ["Rule"] = "sweep" }),
        ("logs", "DescribeLogGroups", []),
        ("logs", "FilterLogEvents", new() { ["logGroupName"] = "/aws/lambda/notifier" }),
    ];

    private static void MakeNotifier(TestCloud cloud)
    {
        cloud.Create("notifier", new() { ["Environment"] = new JsonObject { ["Variables"] = new JsonObject { ["COLOUR"] = "green" } } });
        cloud.Call("sns", "CreateTopic", new() { ["Name"] = "customer_topic" });
        cloud.Call("sns", "Subscribe", new() { ["TopicArn"] = Topic, ["Protocol"] = "lambda", ["Endpoint"] = Function });
        cloud.Call("lambda", "AddPermission", new()
        {
            ["FunctionName"] = "notifier",
            ["StatementId"] = "sns",
            ["Action"] = "lambda:InvokeFunction",
            ["Principal"] = "sns.amazonaws.com",
            ["SourceArn"] = Topic,
        });
    }
}
