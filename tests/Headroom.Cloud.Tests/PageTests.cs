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

    [Fact]
    public void A_list_of_which_an_item_is_deleted_between_two_pages_loses_no_other()
    {
        foreach (var name in new[] { "one", "three", "two" })
        {
            _cloud.Call("ecs", "CreateCluster", new() { ["clusterName"] = name });
        }

        var first = _cloud.Call("ecs", "ListClusters", new() { ["maxResults"] = 2 });
        _cloud.Call("ecs", "DeleteCluster", new() { ["cluster"] = "one" });
        var rest = _cloud.Call("ecs", "ListClusters", new() { ["maxResults"] = 2, ["nextToken"] = (string)first["nextToken"]! });

        Names(first).ShouldBe(["default", "one"]);
        Names(rest).ShouldBe(["three", "two"]);
        rest["nextToken"].ShouldBeNull();
    }

    private static IEnumerable<string> Names(JsonObject clusters) => clusters["clusterArns"]!.AsArray().Select(arn => ((string)arn!).Split('/')[^1]);

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
