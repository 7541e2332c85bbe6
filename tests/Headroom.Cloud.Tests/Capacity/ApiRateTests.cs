using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/request-throttling.html: burst and sustained rate of each category.</summary>
public sealed class ApiRateTests
{
    [Theory]
    [InlineData("CreateCluster", 20, 1)]
    [InlineData("DeleteCluster", 20, 1)]
    [InlineData("DescribeClusters", 50, 20)]
    [InlineData("ListClusters", 50, 20)]
    [InlineData("RegisterTaskDefinition", 20, 1)]
    [InlineData("DeregisterTaskDefinition", 20, 1)]
    [InlineData("DescribeTaskDefinition", 50, 20)]
    [InlineData("ListTaskDefinitions", 50, 20)]
    [InlineData("TagResource", 20, 10)]
    [InlineData("UntagResource", 20, 10)]
    [InlineData("ListTagsForResource", 50, 20)]
    [InlineData("RunTask", 100, 40)]
    [InlineData("StopTask", 100, 40)]
    [InlineData("DescribeTasks", 100, 20)]
    [InlineData("ListTasks", 100, 20)]
    [InlineData("CreateService", 50, 5)]
    [InlineData("UpdateService", 50, 5)]
    [InlineData("DeleteService", 50, 5)]
    [InlineData("DescribeServices", 100, 20)]
    [InlineData("ListServices", 100, 20)]
    [InlineData("DescribeServiceDeployments", 50, 20)]
    [InlineData("ListServiceDeployments", 50, 20)]
    [InlineData("UpdateTaskProtection", 200, 80)]
    [InlineData("GetTaskProtection", 200, 80)]
    public void Each_operation_has_its_category_s_bucket(string operation, double burst, double perSecond) =>
        ApiRates.CategoryOf(operation).Rate.ShouldBe(new(burst, perSecond));

    [Fact]
    public void Every_operation_of_ECS_is_counted() =>
        EcsService.Room.Operations.ShouldAllBe(operation => ApiRates.CategoryOf(operation.Name).Operations.Contains(operation.Name));

    [Theory]
    [InlineData("UpdateService", """{"cluster":"shop","service":"web","desiredCount":1}""", 49, 5)]
    [InlineData("DescribeServices", """{"cluster":"shop","services":["web"]}""", 100, 20)]
    [InlineData("DescribeTaskDefinition", """{"taskDefinition":"web"}""", 50, 20)]
    public void Beyond_the_burst_a_call_is_throttled_until_the_bucket_refills(string operation, string request, int left, int perSecond)
    {
        var cloud = new CapacityCloud().Cloud;

        Succeeding(cloud, operation, request).ShouldBe(left, "the service's creation took one of the tokens of those that change services");
        var refusal = cloud.Refused("ecs", operation, JsonNode.Parse(request)!.AsObject());
        (refusal.Code, refusal.Message).ShouldBe(("ThrottlingException", "Rate exceeded"));

        cloud.Advance(TimeSpan.FromSeconds(1));
        Succeeding(cloud, operation, request).ShouldBe(perSecond);
    }

    [Fact]
    public void Operations_of_a_category_share_its_bucket_and_others_have_their_own()
    {
        var cloud = new CapacityCloud().Cloud;
        Succeeding(cloud, "DescribeServices", """{"cluster":"shop","services":["web"]}""");

        cloud.Refused("ecs", "ListServices", new() { ["cluster"] = "shop" }).Code.ShouldBe("ThrottlingException");
        cloud.Call("ecs", "ListTasks", new() { ["cluster"] = "shop" });
        cloud.Call("ecs", "UpdateService", new() { ["cluster"] = "shop", ["service"] = "web", ["desiredCount"] = 2 });
    }

    [Fact]
    public void Auto_scaling_s_own_calls_are_not_throttled()
    {
        var cloud = new CapacityCloud();
        cloud.Register(new() { ["MinCapacity"] = 1, ["MaxCapacity"] = 9 });
        Succeeding(cloud.Cloud, "UpdateService", """{"cluster":"shop","service":"web","desiredCount":1}""");
        Succeeding(cloud.Cloud, "DescribeServices", """{"cluster":"shop","services":["web"]}""");

        cloud.Register(new() { ["MinCapacity"] = 4 });

        cloud.Activities[0].Description.ShouldBe("Setting desired count to 4.");
    }

    /// <summary>CloudFormation tries again where a service throttles it, as it does on AWS.</summary>
    [Fact]
    public void A_stack_with_more_task_definitions_than_the_burst_is_made_in_the_end()
    {
        var resources = new JsonObject();
        for (var i = 0; i < 40; i++)
        {
            resources[$"Task{i}"] = new JsonObject
            {
                ["Type"] = "AWS::ECS::TaskDefinition",
                ["Properties"] = new JsonObject { ["Family"] = $"task-{i}", ["ContainerDefinitions"] = new JsonArray(new JsonObject { ["Name"] = "web", ["Image"] = "web", ["Memory"] = 128 }) },
            };
        }

        var cloud = new TestCloud();
        cloud.Call("cloudformation", "CreateStack", new() { ["StackName"] = "tasks", ["TemplateBody"] = new JsonObject { ["Resources"] = resources }.ToJsonString() });
        cloud.Advance(TimeSpan.FromMinutes(3));

        cloud.Call("cloudformation", "DescribeStacks", new() { ["StackName"] = "tasks" })["Stacks"]![0]!["StackStatus"]!.ToString().ShouldBe("CREATE_COMPLETE");
        cloud.Call("ecs", "ListTaskDefinitions", [])["taskDefinitionArns"]!.AsArray().Count.ShouldBe(40);
    }

    private static int Succeeding(TestCloud cloud, string operation, string request)
    {
        var count = 0;
        while (cloud.Try("ecs", operation, JsonNode.Parse(request)!.AsObject()) is Outcome<JsonObject>.Answered)
        {
            (++count).ShouldBeLessThan(1000);
        }

        return count;
    }
}
