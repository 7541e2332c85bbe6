using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services;
using Headroom.Cloud.Services.ApplicationAutoScaling;
using Headroom.Cloud.Services.CloudWatch;
using Headroom.Cloud.Services.Ecs;
using Headroom.Cloud.Services.ElasticLoadBalancing;
using Headroom.Cloud.Services.Traffic;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>The resource types of the stack <c>infra</c>, with the properties that CDK gives them.</summary>
public sealed class ResourceTypeTests
{
    private static readonly ServiceRoom[] CapacityRooms = [EcsService.Room, LoadBalancingService.Room, AutoScalingService.Room, CloudWatchService.Room, TrafficService.Room];
    private static readonly Dictionary<string, ResourceType> Types = CapacityRooms.SelectMany(room => room.ResourceTypes).ToDictionary(type => type.Name);
    private readonly TestCloud _cloud;
    private Action<Step> _act = _ => { };

    // A room whose one operation acts as whoever calls it: here the administrator, in CloudFormation's place.
    public ResourceTypeTests() => _cloud = new(rooms: [.. CapacityRooms, new("headroom-stack", [Operation.Of<JsonObject, JsonObject>("Act", Act)])]);

    [Fact]
    public void The_resources_of_a_load_balanced_service_are_made_changed_and_removed()
    {
        Make("AWS::ECS::Cluster", "Cluster", """{"ClusterName":"shop"}""").PhysicalId.ShouldBe("shop");
        var definition = Make("AWS::ECS::TaskDefinition", "Definition", """
            {"ContainerDefinitions":[{"Essential":true,"Image":"web","Name":"web","PortMappings":[{"ContainerPort":80,"Protocol":"tcp"}],
              "LogConfiguration":{"LogDriver":"awslogs","Options":{"awslogs-group":"g","awslogs-stream-prefix":"Service"}}}],
             "Cpu":"256","Memory":"512","Family":"web","NetworkMode":"awsvpc","RequiresCompatibilities":["FARGATE"]}
            """);
        var balancer = Make("AWS::ElasticLoadBalancingV2::LoadBalancer", "LB", """
            {"LoadBalancerAttributes":[{"Key":"deletion_protection.enabled","Value":"false"}],"Scheme":"internet-facing","SecurityGroups":["sg-1"],"Subnets":["s-1","s-2"],"Type":"application"}
            """);
        var group = Make("AWS::ElasticLoadBalancingV2::TargetGroup", "TG", """
            {"Port":"80","Protocol":"HTTP","TargetGroupAttributes":[{"Key":"deregistration_delay.timeout_seconds","Value":"30"}],"TargetType":"ip","VpcId":"vpc-1"}
            """);
        var listener = Make("AWS::ElasticLoadBalancingV2::Listener", "Listener", $$"""
            {"DefaultActions":[{"TargetGroupArn":"{{group.PhysicalId}}","Type":"forward"}],"LoadBalancerArn":"{{balancer.PhysicalId}}","Port":80,"Protocol":"HTTP"}
            """);
        var serviceProperties = $$"""
            {"Cluster":"shop","DeploymentConfiguration":{"Alarms":{"AlarmNames":[],"Enable":false,"Rollback":false},"MaximumPercent":200,"MinimumHealthyPercent":50},
             "DesiredCount":1,"EnableECSManagedTags":false,"HealthCheckGracePeriodSeconds":60,"LaunchType":"FARGATE",
             "LoadBalancers":[{"ContainerName":"web","ContainerPort":80,"TargetGroupArn":"{{group.PhysicalId}}"}],
             "NetworkConfiguration":{"AwsvpcConfiguration":{"AssignPublicIp":"DISABLED","SecurityGroups":["sg-1"],"Subnets":["s-1","s-2"]} },
             "ServiceName":"web","TaskDefinition":"{{definition.PhysicalId}}"}
            """;
        var service = Make("AWS::ECS::Service", "Service", serviceProperties);
        service.Attributes!["Name"]!.ToString().ShouldBe("web");
        var target = Make("AWS::ApplicationAutoScaling::ScalableTarget", "Target", """
            {"MaxCapacity":5,"MinCapacity":1,"ResourceId":"service/shop/web","RoleARN":"arn:aws:iam::123456789012:role/x","ScalableDimension":"ecs:service:DesiredCount","ServiceNamespace":"ecs"}
            """);
        var policy = Make("AWS::ApplicationAutoScaling::ScalingPolicy", "Policy", $$"""
            {"PolicyName":"cpu","PolicyType":"TargetTrackingScaling","ScalingTargetId":"{{target.PhysicalId}}",
             "TargetTrackingScalingPolicyConfiguration":{"PredefinedMetricSpecification":{"PredefinedMetricType":"ECSServiceAverageCPUUtilization"},"TargetValue":50} }
            """);
        Running().ShouldBe(1);

        Run("AWS::ECS::Service", type => type.Update, service.PhysicalId, serviceProperties.Replace("\"DesiredCount\":1", "\"DesiredCount\":3", StringComparison.Ordinal));
        Running().ShouldBe(3);

        Run("AWS::ApplicationAutoScaling::ScalingPolicy", type => type.Delete, policy.PhysicalId, "{}");
        Run("AWS::ApplicationAutoScaling::ScalableTarget", type => type.Delete, target.PhysicalId, "{}");
        Run("AWS::ECS::Service", type => type.Delete, service.PhysicalId, "{}");
        Run("AWS::ElasticLoadBalancingV2::Listener", type => type.Delete, listener.PhysicalId, "{}");
        Run("AWS::ElasticLoadBalancingV2::TargetGroup", type => type.Delete, group.PhysicalId, "{}");
        Run("AWS::ElasticLoadBalancingV2::LoadBalancer", type => type.Delete, balancer.PhysicalId, "{}");
        Run("AWS::ECS::TaskDefinition", type => type.Delete, definition.PhysicalId, "{}");
        Run("AWS::ECS::Cluster", type => type.Delete, "shop", "{}");
        _cloud.Call("ecs", "ListClusters", [])["clusterArns"]!.AsArray().ShouldBeEmpty();
        _cloud.Call("cloudwatch", "DescribeAlarms", [])["MetricAlarms"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AWS::ECS::Cluster", """{"Colour":"blue"}""", "Encountered unsupported property Colour")]
    [InlineData("AWS::ECS::Service", """{"LoadBalancers":[{"ContainerPort":80},{"Colour":"blue"}]}""", "Encountered unsupported property LoadBalancers/1/Colour")]
    [InlineData("AWS::ECS::Service", """{"NetworkConfiguration":{"AwsvpcConfiguration":{}}}""", "Properties validation failed: #/NetworkConfiguration/AwsvpcConfiguration: required key [subnets] not found")]
    [InlineData("AWS::ECS::Service", """{"DesiredCount":"many"}""", "Properties validation failed: #/DesiredCount: not of the kind that the property takes")]
    [InlineData("AWS::ECS::Service", """{"LoadBalancers":[{"ContainerPort":[80]}]}""", "Properties validation failed: #/LoadBalancers/0/ContainerPort: not of the kind that the property takes")]
    public void A_property_that_the_service_does_not_take_fails_the_resource_and_is_named(string type, string properties, string reason)
    {
        var progress = Ask(type, known => known.Create, "", properties);

        progress.ShouldBeOfType<ResourceProgress.Failed>().Reason.ShouldBe(reason);
    }

    private int Running() => (int)_cloud.Call("ecs", "DescribeServices", new() { ["cluster"] = "shop", ["services"] = new JsonArray("web") })["services"]![0]!["runningCount"]!;

    private ResourceProgress.Done Make(string type, string logicalId, string properties) => Run(type, known => known.Create, "", properties, logicalId);

    private ResourceProgress.Done Run(string type, Func<ResourceType, Func<ResourceRequest, ResourceProgress>> verb, string physicalId, string properties, string logicalId = "R")
    {
        var progress = Ask(type, verb, physicalId, properties, logicalId);
        for (var i = 0; i < 200 && progress is ResourceProgress.InProgress waiting; i++)
        {
            _cloud.Advance(waiting.AskAgainAfter);
            progress = Ask(type, known => known.Check!, waiting.PhysicalId, properties, logicalId);
        }

        return progress.ShouldBeOfType<ResourceProgress.Done>($"{type}: {progress}");
    }

    private ResourceProgress Ask(string type, Func<ResourceType, Func<ResourceRequest, ResourceProgress>> verb, string physicalId, string properties, string logicalId = "R")
    {
        ResourceProgress? progress = null;
        _act = step => progress = verb(Types[type])(new(step, "arn:stack", "infra", logicalId, physicalId, JsonNode.Parse(properties)!.AsObject(), [], "token"));
        _cloud.Call("headroom-stack", "Act", []);
        return progress!;
    }

    private Outcome<JsonObject> Act(Step step, JsonObject request)
    {
        _act(step);
        return new JsonObject();
    }
}
