using System.Text.Json.Nodes;
namespace Headroom.Cloud.Tests.Capacity;

public sealed class ServiceTests
{
    [Fact]
    public void Services_are_listed_by_their_scheduling_strategy()
    {
        var cloud = new CapacityCloud().Cloud;

        string[] Listed(string strategy) =>
            [.. cloud.Call("ecs", "ListServices", new() { ["cluster"] = "shop", ["schedulingStrategy"] = strategy })["serviceArns"]!.AsArray().Select(arn => (string)arn!)];

        Listed("REPLICA").Length.ShouldBe(1);
        Listed("DAEMON").ShouldBeEmpty();
    }

    /// <summary>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html: texts become CPU units and MiB.</summary>
    [Fact]
    public void A_task_definition_keeps_sizes_in_units_and_has_a_container()
    {
        var cloud = new TestCloud();
        JsonObject Request(params JsonNode[] containers) => new()
        {
            ["family"] = "f", ["cpu"] = ".25 vCPU", ["memory"] = "0.5 GB", ["networkMode"] = "awsvpc", ["requiresCompatibilities"] = new JsonArray("FARGATE"),
            ["containerDefinitions"] = new JsonArray(containers),
        };

        var definition = cloud.Call("ecs", "RegisterTaskDefinition", Request(new JsonObject { ["name"] = "a", ["image"] = "a" }))["taskDefinition"]!;

        ((string?)definition["cpu"], (string?)definition["memory"]).ShouldBe(("256", "512"));
        cloud.Refused("ecs", "RegisterTaskDefinition", Request()).Message.ShouldBe("Container list cannot be empty.");
    }

    [Theory]
    [InlineData("""[{"name":"a"}]""", "Container.image should not be null or empty.")]
    [InlineData("""[{"name":"a","image":"a","essential":false}]""", "All tasks must have at least one essential container.")]
    [InlineData("""[{"name":"a","image":"a","portMappings":[{"containerPort":80,"hostPort":8080}]}]""", "When networkMode=awsvpc, the host ports and container ports in port mappings must match.")]
    public void A_container_that_no_task_can_have_is_refused(string containers, string message)
    {
        var refusal = new TestCloud().Refused("ecs", "RegisterTaskDefinition", new()
        {
            ["family"] = "f", ["cpu"] = "256", ["memory"] = "512", ["networkMode"] = "awsvpc", ["requiresCompatibilities"] = new JsonArray("FARGATE"),
            ["containerDefinitions"] = JsonNode.Parse(containers),
        });

        (refusal.Code, refusal.Message).ShouldBe(("ClientException", message));
    }

    [Theory]
    [InlineData("""{"launchType":"FARGATE","capacityProviderStrategy":[{"capacityProvider":"FARGATE"}]}""", "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.")]
    [InlineData("""{"deploymentConfiguration":{"maximumPercent":100,"minimumHealthyPercent":100}}""", "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments.")]
    [InlineData("""{"healthCheckGracePeriodSeconds":30}""", "Health check grace period is only valid for services configured to use load balancers")]
    [InlineData("""{"tags":[{"key":"a","value":"1"},{"key":"a","value":"2"}]}""", "Multiple tags contain the same key.")]
    public void A_service_that_contradicts_itself_is_refused(string request, string message)
    {
        var asked = JsonNode.Parse(request)!.AsObject();
        (asked["cluster"], asked["serviceName"], asked["taskDefinition"]) = ("shop", "jobs", "web");
        asked["networkConfiguration"] = CapacityCloud.Network("subnet-1");

        var refusal = new CapacityCloud().Cloud.Refused("ecs", "CreateService", asked);

        (refusal.Code, refusal.Message).ShouldBe(("InvalidParameterException", message));
    }

    /// <summary>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Attachment.html.</summary>
    [Fact]
    public void A_tasks_network_interface_has_an_id_a_subnet_and_its_addresses()
    {
        var task = new CapacityCloud().Tasks().Single();

        var attachment = task.Attachments!.Single();
        Guid.TryParseExact(attachment.Id, "D", out _).ShouldBeTrue();
        attachment.Details!.Select(detail => detail.Name).ShouldBe(["subnetId", "networkInterfaceId", "macAddress", "privateIPv4Address"]);
        attachment.Details!.Single(detail => detail.Name == "macAddress").Value!.ShouldMatch("^0e(:[0-9a-f]{2}){5}$");
        task.Containers!.Single().NetworkInterfaces!.Single().AttachmentId.ShouldBe(attachment.Id);
    }

    [Fact]
    public void No_task_is_run_of_a_definition_that_was_deregistered()
    {
        var cloud = new CapacityCloud().Cloud;
        cloud.Call("ecs", "DeregisterTaskDefinition", new() { ["taskDefinition"] = "web:1" });

        var refusal = cloud.Refused("ecs", "RunTask", new() { ["cluster"] = "shop", ["taskDefinition"] = "web:1", ["networkConfiguration"] = CapacityCloud.Network("subnet-1") });

        (refusal.Code, refusal.Message).ShouldBe(("ClientException", "TaskDefinition is inactive"));
    }

    [Theory]
    [InlineData("""{}""", "Network Configuration must be provided when networkMode 'awsvpc' is specified.")]
    [InlineData("""{"networkConfiguration":{"awsvpcConfiguration":{"subnets":["subnet-1"]}},"overrides":{"containerOverrides":[{"name":"none"}]}}""", "Override for container named none is not a container in the TaskDefinition.")]
    public void A_task_that_cannot_be_run_is_refused(string request, string message)
    {
        var asked = JsonNode.Parse(request)!.AsObject();
        (asked["cluster"], asked["taskDefinition"]) = ("shop", "web");

        var refusal = new CapacityCloud().Cloud.Refused("ecs", "RunTask", asked);

        (refusal.Code, refusal.Message).ShouldBe(("InvalidParameterException", message));
    }

    [Fact]
    public void A_service_starts_its_tasks_and_reaches_a_steady_state()
    {
        var cloud = new CapacityCloud(desired: 3);

        cloud.Service.PendingCount.ShouldBe(3);
        cloud.Service.RunningCount.ShouldBe(0);
        cloud.Tasks().Select(task => task.LastStatus).ShouldAllBe(status => status == "PROVISIONING");

        cloud.Advance(TimeSpan.FromMinutes(3));

        var service = cloud.Service;
        (service.DesiredCount, service.RunningCount, service.PendingCount).ShouldBe((3, 3, 0));
        service.Deployments!.Single().RolloutState.ShouldBe("COMPLETED");
        cloud.Messages[0].ShouldBe("(service web) has reached a steady state.");
        cloud.Messages[^1].ShouldStartWith("(service web) has started 3 tasks: (task ");
        cloud.Tasks().ShouldAllBe(task => task.LastStatus == "RUNNING" && task.StartedAt > task.PullStartedAt && task.PullStartedAt > task.CreatedAt);
    }

    [Fact]
    public void A_desired_count_alone_starts_no_deployment()
    {
        var cloud = new CapacityCloud();
        cloud.Advance(TimeSpan.FromMinutes(3));
        var deployment = cloud.Service.Deployments!.Single().Id;

        cloud.Update(new() { ["desiredCount"] = 4 });
        cloud.Advance(TimeSpan.FromMinutes(3));

        cloud.Service.RunningCount.ShouldBe(4);
        cloud.Service.Deployments!.Single().Id.ShouldBe(deployment);
    }

    [Fact]
    public void Scaling_in_stops_tasks_through_every_state_of_their_end()
    {
        var cloud = new CapacityCloud(desired: 3);
        cloud.Advance(TimeSpan.FromMinutes(3));

        cloud.Update(new() { ["desiredCount"] = 1 });

        cloud.Service.RunningCount.ShouldBe(1);
        cloud.Tasks("STOPPED").Count.ShouldBe(2);
        cloud.Advance(TimeSpan.FromMinutes(2));
        cloud.Tasks("STOPPED").ShouldAllBe(task => task.LastStatus == "STOPPED" && task.StopCode == "ServiceSchedulerInitiated" && task.StoppedAt > task.ExecutionStoppedAt);
        cloud.Advance(TimeSpan.FromHours(2));
        cloud.Tasks("STOPPED").ShouldBeEmpty();
    }

    [Fact]
    public void A_new_task_definition_replaces_the_tasks_without_falling_below_the_minimum_percent()
    {
        var cloud = new CapacityCloud(desired: 4);
        cloud.Advance(TimeSpan.FromMinutes(3));
        cloud.RegisterTaskDefinition();

        cloud.Update(new() { ["taskDefinition"] = "web" });

        var fewest = int.MaxValue;
        for (var i = 0; i < 300; i++)
        {
            cloud.Advance(TimeSpan.FromSeconds(1));
            fewest = Math.Min(fewest, cloud.Service.RunningCount!.Value);
        }

        fewest.ShouldBe(4);
        cloud.Service.Deployments!.Single().TaskDefinition!.ShouldEndWith("web:2");
        cloud.Tasks().ShouldAllBe(task => task.TaskDefinitionArn!.EndsWith("web:2", StringComparison.Ordinal));
        cloud.Messages.ShouldContain(message => message.EndsWith("deployment completed.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_stopped_task_is_replaced()
    {
        var cloud = new CapacityCloud(desired: 2);
        cloud.Advance(TimeSpan.FromMinutes(3));

        cloud.Cloud.Call("ecs", "StopTask", new() { ["cluster"] = "shop", ["task"] = cloud.Tasks()[0].TaskArn });
        cloud.Advance(TimeSpan.FromMinutes(3));

        cloud.Service.RunningCount.ShouldBe(2);
        cloud.Tasks("STOPPED").Single().StopCode.ShouldBe("UserInitiated");
    }

    [Fact]
    public void An_unknown_service_is_a_failure_and_no_exception()
    {
        var cloud = new CapacityCloud();

        var answer = cloud.Cloud.Call("ecs", "DescribeServices", new() { ["cluster"] = "shop", ["services"] = new System.Text.Json.Nodes.JsonArray("nothing") });

        answer["failures"]![0]!["reason"]!.ToString().ShouldBe("MISSING");
    }

    [Fact]
    public void A_deleted_service_drains_and_is_inactive_then()
    {
        var cloud = new CapacityCloud(desired: 2);
        cloud.Advance(TimeSpan.FromMinutes(3));

        cloud.Cloud.Refused("ecs", "DeleteService", new() { ["cluster"] = "shop", ["service"] = "web" }).Message.ShouldBe("The service cannot be stopped while it is scaled above 0.");
        cloud.Cloud.Call("ecs", "DeleteService", new() { ["cluster"] = "shop", ["service"] = "web", ["force"] = true });
        cloud.Advance(TimeSpan.FromMinutes(1));

        cloud.Service.Status.ShouldBe("INACTIVE");
        cloud.Cloud.Refused("ecs", "UpdateService", new() { ["cluster"] = "shop", ["service"] = "web", ["desiredCount"] = 1 }).Code.ShouldBe("ServiceNotActiveException");
    }

    [Fact]
    public void The_same_seed_gives_the_same_events()
    {
        static IReadOnlyList<string> Events(ulong seed)
        {
            var cloud = new CapacityCloud(desired: 5, seed: seed);
            cloud.Advance(TimeSpan.FromMinutes(5));
            return [.. cloud.Cloud.Log.After(0).Select(happened => $"{happened.Time:O} {happened.Type} {happened.Detail.ToJsonString()}")];
        }

        Events(7).ShouldBe(Events(7));
        Events(7).ShouldNotBe(Events(8));
    }
}
