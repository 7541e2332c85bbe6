using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests;

public sealed class PageTests
{
    private const string Ecs = """{"cluster": "default", "nextToken": "zz"}""";
    private readonly TestCloud _cloud = new();

    public PageTests()
    {
        _cloud.Call("ecs", "CreateCluster", []);
        _cloud.Call("sns", "CreateTopic", new() { ["Name"] = "topic" });
        _cloud.Call("logs", "CreateLogGroup", new() { ["logGroupName"] = "app" });
        _cloud.Call("logs", "CreateLogStream", new() { ["logGroupName"] = "app", ["logStreamName"] = "one" });
    }

    [Theory]
    [InlineData("application-autoscaling", "DescribeScalableTargets", """{"ServiceNamespace": "ecs", "NextToken": "zz"}""", "InvalidNextTokenException")]
    [InlineData("application-autoscaling", "DescribeScalingPolicies", """{"ServiceNamespace": "ecs", "NextToken": "zz"}""", "InvalidNextTokenException")]
    [InlineData("ecs", "ListClusters", Ecs, "InvalidParameterException")]
    [InlineData("ecs", "ListServices", Ecs, "InvalidParameterException")]
    [InlineData("ecs", "ListTasks", Ecs, "InvalidParameterException")]
    [InlineData("stepfunctions", "ListStateMachines", """{"nextToken": "zz"}""", "InvalidToken")]
    [InlineData("stepfunctions", "ListActivities", """{"nextToken": "zz"}""", "InvalidToken")]
    [InlineData("cloudwatch", "DescribeAlarms", """{"NextToken": "zz"}""", "InvalidNextToken")]
    [InlineData("cloudwatch", "ListMetrics", """{"NextToken": "zz"}""", "InvalidNextToken")]
    [InlineData("events", "ListRules", """{"NextToken": "zz"}""", "ValidationException")]
    [InlineData("elbv2", "DescribeLoadBalancers", """{"Marker": "zz"}""", "ValidationError")]
    [InlineData("logs", "FilterLogEvents", """{"logGroupName": "app", "nextToken": "zz"}""", "InvalidParameterException")]
    [InlineData("logs", "GetLogEvents", """{"logGroupName": "app", "logStreamName": "one", "nextToken": "zz"}""", "InvalidParameterException")]
    [InlineData("logs", "GetLogEvents", """{"logGroupName": "app", "logStreamName": "one", "nextToken": "f"}""", "InvalidParameterException")]
    public void A_page_token_that_no_answer_gave_out_is_refused(string service, string operation, string request, string code) =>
        _cloud.Refused(service, operation, Json(request)).Code.ShouldBe(code);

    [Theory]
    [InlineData("application-autoscaling", "DescribeScalableTargets", """{"ServiceNamespace": "ecs", "MaxResults": 0}""", "ValidationException")]
    [InlineData("ecs", "ListClusters", """{"maxResults": 0}""", "InvalidParameterException")]
    [InlineData("ecs", "ListServices", """{"maxResults": 101}""", "InvalidParameterException")]
    [InlineData("sqs", "ListQueues", """{"MaxResults": 0}""", "InvalidParameterValue")]
    [InlineData("sqs", "ListQueues", """{"MaxResults": 1001}""", "InvalidParameterValue")]
    public void A_page_of_a_length_that_there_is_not_is_refused(string service, string operation, string request, string code) =>
        _cloud.Refused(service, operation, Json(request)).Code.ShouldBe(code);

    [Fact]
    public void A_token_that_comes_before_all_that_is_listed_begins_at_the_first() =>
        _cloud.Call("sns", "ListSubscriptionsByTopic", new() { ["TopicArn"] = "arn:aws:sns:us-east-1:123456789012:topic", ["NextToken"] = "!" })["Subscriptions"]!
            .AsArray().ShouldBeEmpty();

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
