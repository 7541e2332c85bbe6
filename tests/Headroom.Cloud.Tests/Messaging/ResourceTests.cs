using System.Text.Json.Nodes;
using Headroom.Cloud.Tests.CloudFormation;

namespace Headroom.Cloud.Tests.Messaging;

/// <summary>Topics, queues, functions, rules and log groups from a template: made, changed, removed.</summary>
public sealed class ResourceTests
{
    private const string Template = """
        Parameters:
          Version: { Type: String }
          Delay: { Type: Number }
          Retries: { Type: Number }
          Retention: { Type: Number }
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: "2012-10-17"
                Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: "sts:AssumeRole" }]
          Logs:
            Type: AWS::Logs::LogGroup
            Properties: { LogGroupName: /app, RetentionInDays: !Ref Retention }
          Dead:
            Type: AWS::SQS::Queue
            Properties: { QueueName: dead }
          Jobs:
            Type: AWS::SQS::Queue
            Properties:
              QueueName: jobs
              DelaySeconds: !Ref Delay
              RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3 }
          JobsPolicy:
            Type: AWS::SQS::QueuePolicy
            Properties:
              Queues: [!Ref Jobs]
              PolicyDocument:
                Version: "2012-10-17"
                Statement: [{ Effect: Allow, Principal: { Service: sns.amazonaws.com }, Action: "sqs:SendMessage", Resource: !GetAtt Jobs.Arn }]
          Topic:
            Type: AWS::SNS::Topic
            Properties: { TopicName: topic, DisplayName: !Sub "Topic ${Version}" }
          TopicPolicy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics: [!Ref Topic]
              PolicyDocument:
                Version: "2012-10-17"
                Statement: [{ Effect: Allow, Principal: { Service: cloudwatch.amazonaws.com }, Action: "sns:Publish", Resource: !Ref Topic }]
          Subscription:
            Type: AWS::SNS::Subscription
            Properties:
              TopicArn: !Ref Topic
              Protocol: sqs
              Endpoint: !GetAtt Jobs.Arn
              RawMessageDelivery: true
              FilterPolicy: { version: [!Ref Version] }
          Function:
            Type: AWS::Lambda::Function
            Properties:
              FunctionName: worker
              Runtime: python3.12
              Handler: index.handler
              Role: !GetAtt Role.Arn
              Timeout: 30
              Code: { ZipFile: "def handler(event, context): return event" }
              Environment: { Variables: { VERSION: !Ref Version } }
              DeadLetterConfig: { TargetArn: !GetAtt Dead.Arn }
              ReservedConcurrentExecutions: 5
          Permission:
            Type: AWS::Lambda::Permission
            Properties: { FunctionName: !Ref Function, Action: "lambda:InvokeFunction", Principal: events.amazonaws.com, SourceArn: !GetAtt Rule.Arn }
          Retry:
            Type: AWS::Lambda::EventInvokeConfig
            Properties: { FunctionName: !Ref Function, Qualifier: $LATEST, MaximumRetryAttempts: !Ref Retries }
          Release:
            Type: AWS::Lambda::Version
            Properties: { FunctionName: !Ref Function, Description: !Ref Version }
          Live:
            Type: AWS::Lambda::Alias
            Properties: { FunctionName: !Ref Function, Name: live, FunctionVersion: !GetAtt Release.Version }
          Rule:
            Type: AWS::Events::Rule
            Properties:
              Name: rule
              ScheduleExpression: !Sub "rate(${Retention} minutes)"
              Targets: [{ Id: !Sub "target-${Version}", Arn: !GetAtt Jobs.Arn, Input: '{"a":1}' }]
        """;

    private readonly TestCloud _cloud = new();
    private readonly StackClient _stacks;

    public ResourceTests() => _stacks = new(_cloud);

    [Fact]
    public void A_template_makes_changes_and_removes_the_messaging_resources()
    {
        Create(version: "one", delay: "1", retries: "1", retention: "3").ShouldBe("CREATE_COMPLETE");
        Seen().ShouldBe(["delay 1", "Topic one", """filter {"version":["one"]}""", "VERSION=one", "reserved 5", "retries 1", "live is 1", "rate(3 minutes)", "target-one", "retention 3"]);

        Update(version: "two", delay: "2", retries: "0", retention: "7").ShouldBe("UPDATE_COMPLETE");
        Seen().ShouldBe(["delay 2", "Topic two", """filter {"version":["two"]}""", "VERSION=two", "reserved 5", "retries 0", "live is 2", "rate(7 minutes)", "target-two", "retention 7"]);

        _stacks.Delete("s").StackStatus.ShouldBe("DELETE_COMPLETE");
        _cloud.Call("sns", "ListTopics", [])["Topics"]!.AsArray().ShouldBeEmpty();
        _cloud.Call("sns", "ListSubscriptions", [])["Subscriptions"]!.AsArray().ShouldBeEmpty();
        _cloud.Call("sqs", "ListQueues", [])["QueueUrls"]!.AsArray().ShouldBeEmpty();
        _cloud.Call("lambda", "ListFunctions", [])["Functions"]!.AsArray().ShouldBeEmpty();
        _cloud.Call("events", "ListRules", [])["Rules"]!.AsArray().ShouldBeEmpty();
        _cloud.Call("logs", "DescribeLogGroups", [])["logGroups"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AWS::SNS::Topic", "{ Colour: green }", "Encountered unsupported property Colour")]
    [InlineData("AWS::SQS::Queue", "{ FifoQueue: true }", "The embedded cloud has standard queues only, no FIFO queues.")]
    [InlineData("AWS::SQS::Queue", "{ VisibilityTimeout: 50000 }", "Invalid value for the parameter VisibilityTimeout.")]
    [InlineData("AWS::SNS::Subscription", "{ TopicArn: \"arn:aws:sns:us-east-1:123456789012:gone\", Protocol: sqs, Endpoint: \"arn:aws:sqs:us-east-1:123456789012:q\" }", "Topic does not exist")]
    [InlineData("AWS::Events::Rule", "{ ScheduleExpression: \"rate(1 minutes)\" }", "Parameter ScheduleExpression is not valid.")]
    [InlineData("AWS::Events::Rule", "{ ScheduleExpression: \"rate(1 minute)\", Targets: [{ Id: a, Arn: \"arn:aws:kinesis:us-east-1:123456789012:stream/s\" }] }", "The embedded cloud delivers to Lambda")]
    [InlineData("AWS::Logs::LogGroup", "{ RetentionInDays: 2 }", "2 is not a valid retention")]
    public void What_a_service_refuses_fails_the_stack_with_its_reason(string type, string properties, string reason)
    {
        var stack = _stacks.Create("s", $$"""
            Resources:
              Wrong:
                Type: {{type}}
                Properties: {{properties}}
            """);

        stack.StackStatus.ShouldBe("ROLLBACK_COMPLETE");
        _stacks.Events("s").Single(happened => happened.ResourceStatus == "CREATE_FAILED").ResourceStatusReason.ShouldNotBeNull().ShouldContain(reason);
    }

    private string? Create(string version, string delay, string retries, string retention) =>
        _stacks.Create("s", Template, ("Version", version), ("Delay", delay), ("Retries", retries), ("Retention", retention)).StackStatus;

    private string? Update(string version, string delay, string retries, string retention) =>
        _stacks.Update("s", Template, ("Version", version), ("Delay", delay), ("Retries", retries), ("Retention", retention)).StackStatus;

    private IEnumerable<string> Seen()
    {
        const string Queue = "http://127.0.0.1:4566/123456789012/jobs";
        var queue = _cloud.Call("sqs", "GetQueueAttributes", new() { ["QueueUrl"] = Queue, ["AttributeNames"] = new JsonArray("All") })["Attributes"]!;
        var topic = _cloud.Call("sns", "GetTopicAttributes", new() { ["TopicArn"] = "arn:aws:sns:us-east-1:123456789012:topic" })["Attributes"]!;
        var subscription = (string)_cloud.Call("sns", "ListSubscriptions", [])["Subscriptions"]!.AsArray().Single()!["SubscriptionArn"]!;
        var function = _cloud.Call("lambda", "GetFunction", new() { ["FunctionName"] = "worker" });
        var rule = _cloud.Call("events", "DescribeRule", new() { ["Name"] = "rule" });
        return
        [
            $"delay {queue["DelaySeconds"]}",
            (string)topic["DisplayName"]!,
            $"filter {_cloud.Call("sns", "GetSubscriptionAttributes", new() { ["SubscriptionArn"] = subscription })["Attributes"]!["FilterPolicy"]}",
            $"VERSION={function["Configuration"]!["Environment"]!["Variables"]!["VERSION"]}",
            $"reserved {function["Concurrency"]!["ReservedConcurrentExecutions"]}",
            $"retries {_cloud.Call("lambda", "GetFunctionEventInvokeConfig", new() { ["FunctionName"] = "worker" })["MaximumRetryAttempts"]}",
            $"live is {_cloud.Call("lambda", "GetAlias", new() { ["FunctionName"] = "worker", ["Name"] = "live" })["FunctionVersion"]}",
            (string)rule["ScheduleExpression"]!,
            string.Join(',', _cloud.Call("events", "ListTargetsByRule", new() { ["Rule"] = "rule" })["Targets"]!.AsArray().Select(target => (string)target!["Id"]!)),
            $"retention {_cloud.Call("logs", "DescribeLogGroups", [])["logGroups"]![0]!["retentionInDays"]}",
        ];
    }
}
