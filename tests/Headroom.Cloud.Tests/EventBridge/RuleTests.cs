using System.Text.Json.Nodes;
using Headroom.Cloud.Services.Lambda.Hosting;
using Headroom.Cloud.Tests.Lambda;

namespace Headroom.Cloud.Tests.EventBridge;

public sealed class RuleTests
{
    private const string Queue = "arn:aws:sqs:us-east-1:123456789012:events";
    private readonly TestCloud _cloud = new();

    [Fact]
    public void A_custom_event_reaches_the_targets_of_the_rules_that_match_it()
    {
        MakeQueue("events");
        Rule("matching", pattern: """{"source":["headroom"],"detail":{"phase":["holding"]}}""", target: new() { ["Id"] = "queue", ["Arn"] = Queue });
        Rule("other", pattern: """{"source":["headroom"],"detail":{"phase":["released"]}}""", target: new() { ["Id"] = "queue", ["Arn"] = Queue });

        PutEvent("""{"phase":"holding"}""");
        _cloud.Advance(TimeSpan.FromSeconds(1));

        var received = JsonNode.Parse(Receive("events").Single())!;
        ((string)received["source"]!).ShouldBe("headroom");
        ((string)received["detail-type"]!).ShouldBe("Hold Started");
        ((string)received["account"]!).ShouldBe("123456789012");
        ((string)received["time"]!).ShouldBe("2026-03-01T12:00:00Z");
        ((string)received["detail"]!["phase"]!).ShouldBe("holding");
    }

    [Fact]
    public void What_an_AWS_service_says_reaches_rules_on_the_default_bus()
    {
        MakeQueue("events");
        Rule("matching", pattern: """{"source":["aws.states"]}""", target: new() { ["Id"] = "queue", ["Arn"] = Queue, ["InputPath"] = "$.detail" });

        _cloud.Apply(step => step.Emit("stepfunctions", "Step Functions Execution Status Change", ["arn"], new JsonObject { ["status"] = "FAILED" }, "aws.states"));
        _cloud.Advance(TimeSpan.FromSeconds(1));

        Receive("events").ShouldBe(["""{"status":"FAILED"}"""]);
    }

    [Fact]
    public void A_schedule_fires_again_and_again_until_its_rule_is_disabled()
    {
        MakeQueue("events");
        Rule("sweep", schedule: "rate(5 minutes)", target: new() { ["Id"] = "queue", ["Arn"] = Queue, ["Input"] = """{"action":"sweep"}""" });

        _cloud.Advance(TimeSpan.FromMinutes(11));
        _cloud.Call("events", "DisableRule", new() { ["Name"] = "sweep" });
        _cloud.Advance(TimeSpan.FromMinutes(11));

        Receive("events").ShouldBe(["""{"action":"sweep"}""", """{"action":"sweep"}"""]);
    }

    [Fact]
    public void A_template_is_filled_from_the_event()
    {
        MakeQueue("events");
        Rule("matching", pattern: """{"source":["headroom"]}""", target: new()
        {
            ["Id"] = "queue",
            ["Arn"] = Queue,
            ["InputTransformer"] = new JsonObject
            {
                ["InputPathsMap"] = new JsonObject { ["who"] = "$.detail.who", ["list"] = "$.detail.list", ["none"] = "$.detail.none" },
                ["InputTemplate"] = """{"text":"<who> says <list>","who":<who>,"list":<list>,"none":<none>,"rule":"<aws.events.rule-name>"}""",
            },
        });

        PutEvent("""{"who":"a \"b\"","list":[1,2]}""");
        _cloud.Advance(TimeSpan.FromSeconds(1));

        Receive("events").ShouldBe(["""{"text":"a \"b\" says [1,2]","who":"a \"b\"","list":[1,2],"none":null,"rule":"matching"}"""]);
    }

    [Fact]
    public void An_event_that_its_target_does_not_permit_goes_to_the_dead_letter_queue()
    {
        MakeQueue("events");
        _cloud.Create("closed");
        Rule("matching", pattern: """{"source":["headroom"]}""", target: new()
        {
            ["Id"] = "function",
            ["Arn"] = "arn:aws:lambda:us-east-1:123456789012:function:closed",
            ["DeadLetterConfig"] = new JsonObject { ["Arn"] = Queue },
        });

        PutEvent("{}");
        _cloud.Advance(TimeSpan.FromSeconds(1));

        _cloud.Functions.Invoked.ShouldBeEmpty();
        var letter = Messages("events").Single()!;
        ((string)letter["MessageAttributes"]!["ERROR_CODE"]!["StringValue"]!).ShouldBe("NO_PERMISSIONS");
        ((string)letter["MessageAttributes"]!["RULE_ARN"]!["StringValue"]!).ShouldBe("arn:aws:events:us-east-1:123456789012:rule/matching");
    }

    [Fact]
    public void A_permitted_function_is_invoked_with_the_event()
    {
        _cloud.Create("open");
        _cloud.Call("lambda", "AddPermission", new()
        {
            ["FunctionName"] = "open",
            ["StatementId"] = "events",
            ["Action"] = "lambda:InvokeFunction",
            ["Principal"] = "events.amazonaws.com",
            ["SourceArn"] = "arn:aws:events:us-east-1:123456789012:rule/matching",
        });
        _cloud.Functions.Run = order => new FunctionNews.Answered(order.EnvironmentId, order.RequestId, "null");
        Rule("matching", pattern: """{"source":["headroom"]}""", target: new() { ["Id"] = "function", ["Arn"] = "arn:aws:lambda:us-east-1:123456789012:function:open" });

        PutEvent("""{"a":1}""");
        _cloud.Advance(TimeSpan.FromSeconds(1));

        JsonNode.Parse(_cloud.Functions.Invoked.Single().Payload)!["detail"]!.ToJsonString().ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void A_state_machine_is_started_as_the_targets_role()
    {
        _cloud.Call("iam", "CreateRole", new() { ["RoleName"] = "starter", ["AssumeRolePolicyDocument"] = Trust("events.amazonaws.com") });
        _cloud.Call("iam", "PutRolePolicy", new()
        {
            ["RoleName"] = "starter",
            ["PolicyName"] = "start",
            ["PolicyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"states:StartExecution","Resource":"*"}]}""",
        });
        _cloud.Call("iam", "CreateRole", new() { ["RoleName"] = "machine", ["AssumeRolePolicyDocument"] = Trust("states.amazonaws.com") });
        var machine = (string)_cloud.Call("stepfunctions", "CreateStateMachine", new()
        {
            ["name"] = "machine",
            ["definition"] = """{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}""",
            ["roleArn"] = "arn:aws:iam::123456789012:role/machine",
        })["stateMachineArn"]!;
        Rule("starting", pattern: """{"source":["headroom"]}""", target: new()
        {
            ["Id"] = "machine",
            ["Arn"] = machine,
            ["RoleArn"] = "arn:aws:iam::123456789012:role/starter",
            ["InputPath"] = "$.detail",
        });

        PutEvent("""{"a":1}""");
        _cloud.Advance(TimeSpan.FromSeconds(1));

        var execution = _cloud.Call("stepfunctions", "ListExecutions", new() { ["stateMachineArn"] = machine })["executions"]!.AsArray().Single()!;
        ((string)_cloud.Call("stepfunctions", "DescribeExecution", new() { ["executionArn"] = execution["executionArn"]!.DeepClone() })["input"]!).ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void A_log_group_keeps_the_events_that_its_resource_policy_lets_in()
    {
        _cloud.Call("logs", "CreateLogGroup", new() { ["logGroupName"] = "/aws/events/all" });
        _cloud.Call("logs", "PutResourcePolicy", new()
        {
            ["policyName"] = "events",
            ["policyDocument"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"*"}]}""",
        });
        Rule("logging", pattern: """{"source":["headroom"]}""", target: new() { ["Id"] = "log", ["Arn"] = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/all" });

        PutEvent("""{"a":1}""");
        _cloud.Advance(TimeSpan.FromSeconds(1));

        var lines = _cloud.Call("logs", "FilterLogEvents", new() { ["logGroupName"] = "/aws/events/all" })["events"]!.AsArray();
        JsonNode.Parse((string)lines.Single()!["message"]!)!["detail"]!.ToJsonString().ShouldBe("""{"a":1}""");
    }

    [Fact]
    public void An_event_goes_on_to_another_bus_and_its_rules()
    {
        MakeQueue("events");
        _cloud.Call("events", "CreateEventBus", new() { ["Name"] = "own" });
        Rule("forwarding", pattern: """{"source":["headroom"]}""", target: new() { ["Id"] = "bus", ["Arn"] = "arn:aws:events:us-east-1:123456789012:event-bus/own" });
        _cloud.Call("events", "PutRule", new() { ["Name"] = "receiving", ["EventBusName"] = "own", ["EventPattern"] = """{"source":["headroom"]}""" });
        _cloud.Call("events", "PutTargets", new()
        {
            ["Rule"] = "receiving",
            ["EventBusName"] = "own",
            ["Targets"] = new JsonArray(new JsonObject { ["Id"] = "queue", ["Arn"] = Queue, ["InputPath"] = "$.detail" }),
        });

        PutEvent("""{"a":1}""");
        _cloud.Advance(TimeSpan.FromSeconds(2));

        Receive("events").ShouldBe(["""{"a":1}"""]);
    }

    [Theory]
    [InlineData("aws.ecs", "{}", "NotAuthorizedForSourceException")]
    [InlineData("headroom", "[]", "MalformedDetail")]
    [InlineData("headroom", "hello", "MalformedDetail")]
    [InlineData("", "{}", "InvalidArgument")]
    public void An_entry_that_is_wrong_fails_alone(string source, string detail, string code)
    {
        var response = _cloud.Call("events", "PutEvents", new()
        {
            ["Entries"] = new JsonArray(
                new JsonObject { ["Source"] = source, ["DetailType"] = "Test", ["Detail"] = detail },
                new JsonObject { ["Source"] = "headroom", ["DetailType"] = "Test", ["Detail"] = "{}" }),
        });

        ((int)response["FailedEntryCount"]!).ShouldBe(1);
        ((string)response["Entries"]![0]!["ErrorCode"]!).ShouldBe(code);
        ((string)response["Entries"]![1]!["EventId"]!).Length.ShouldBe(36);
    }

    [Fact]
    public void A_rule_with_targets_cannot_be_deleted()
    {
        Rule("busy", schedule: "rate(5 minutes)", target: new() { ["Id"] = "queue", ["Arn"] = Queue });

        _cloud.Refused("events", "DeleteRule", new() { ["Name"] = "busy" }).Message.ShouldBe("Rule can't be deleted since it has targets.");
        _cloud.Call("events", "RemoveTargets", new() { ["Rule"] = "busy", ["Ids"] = new JsonArray("queue") });
        _cloud.Call("events", "DeleteRule", new() { ["Name"] = "busy" });

        _cloud.Refused("events", "DescribeRule", new() { ["Name"] = "busy" }).Code.ShouldBe("ResourceNotFoundException");
    }

    [Fact]
    public void A_triggered_rule_is_counted_in_CloudWatch()
    {
        Rule("counted", pattern: """{"source":["headroom"]}""");

        PutEvent("{}");
        PutEvent("{}");

        var statistics = _cloud.Call("cloudwatch", "GetMetricStatistics", new()
        {
            ["Namespace"] = "AWS/Events",
            ["MetricName"] = "TriggeredRules",
            ["Dimensions"] = new JsonArray(new JsonObject { ["Name"] = "RuleName", ["Value"] = "counted" }),
            ["StartTime"] = "2026-03-01T12:00:00.000Z",
            ["EndTime"] = "2026-03-01T12:05:00.000Z",
            ["Period"] = 300,
            ["Statistics"] = new JsonArray("Sum"),
        });
        ((double)statistics["Datapoints"]![0]!["Sum"]!).ShouldBe(2);
    }

    private static string Trust(string service) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{service}}"},"Action":"sts:AssumeRole"}]}""";

    private void Rule(string name, string? pattern = null, string? schedule = null, JsonObject? target = null)
    {
        _cloud.Call("events", "PutRule", new() { ["Name"] = name, ["EventPattern"] = pattern, ["ScheduleExpression"] = schedule });
        if (target is not null)
        {
            ((int)_cloud.Call("events", "PutTargets", new() { ["Rule"] = name, ["Targets"] = new JsonArray(target) })["FailedEntryCount"]!).ShouldBe(0);
        }
    }

    private void PutEvent(string detail) => ((int)_cloud.Call("events", "PutEvents", new()
    {
        ["Entries"] = new JsonArray(new JsonObject { ["Source"] = "headroom", ["DetailType"] = "Hold Started", ["Detail"] = detail }),
    })["FailedEntryCount"]!).ShouldBe(0);

    private void MakeQueue(string name) => _cloud.Call("sqs", "CreateQueue", new()
    {
        ["QueueName"] = name,
        ["Attributes"] = new JsonObject
        {
            ["Policy"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"*"}]}""",
        },
    });

    private JsonArray Messages(string queue) => _cloud.Call("sqs", "ReceiveMessage", new()
    {
        ["QueueUrl"] = $"http://127.0.0.1:4566/123456789012/{queue}",
        ["MaxNumberOfMessages"] = 10,
        ["MessageAttributeNames"] = new JsonArray("All"),
    })["Messages"]!.AsArray();

    private List<string> Receive(string queue) => Messages(queue).Select(message => (string)message!["Body"]!).ToList();
}
