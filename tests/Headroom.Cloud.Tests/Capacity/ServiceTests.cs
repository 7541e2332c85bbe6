namespace Headroom.Cloud.Tests.Capacity;

public sealed class ServiceTests
{
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
