using System.Text.Json.Nodes;
using Headroom.Cloud.Services.Ecs.Scheduling;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>What ECS does when tasks do not start, may not start, or may not be stopped.</summary>
public sealed class TroubleTests
{
    private static readonly JsonObject Broken = new() { ["headroom.fails-to-start"] = "true" };

    /// <summary>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html.</summary>
    [Theory]
    [InlineData(1, 3)]
    [InlineData(25, 13)]
    [InlineData(400, 200)]
    [InlineData(800, 200)]
    public void The_circuit_breaks_after_half_of_the_desired_count_within_its_limits(int desired, int threshold) =>
        StartFailures.Threshold(desired).ShouldBe(threshold);

    /// <summary>https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-throttle-logic.html.</summary>
    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 10)]
    [InlineData(5, 20)]
    [InlineData(9, 320)]
    [InlineData(30, 900)]
    public void Pauses_after_failures_grow_up_to_a_quarter_of_an_hour(int failures, int seconds) =>
        StartFailures.Pause(failures).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void Tasks_that_fail_to_start_are_retried_with_growing_pauses_and_the_service_says_so()
    {
        var cloud = new CapacityCloud(desired: 1, labels: Broken.DeepClone().AsObject());

        cloud.Advance(TimeSpan.FromHours(3));

        cloud.Messages.Count(message => message.Contains("has started", StringComparison.Ordinal)).ShouldBeInRange(12, 30);
        cloud.Messages.Count(message => message.Contains("is unable to consistently start tasks successfully", StringComparison.Ordinal)).ShouldBe(1);
        var stopped = cloud.Tasks("STOPPED");
        stopped.ShouldAllBe(task => task.StopCode == "TaskFailedToStart" && task.StartedAt == null);
    }

    [Fact]
    public void The_circuit_breaker_rolls_a_broken_deployment_back()
    {
        var cloud = new CapacityCloud(desired: 4, service: new()
        {
            ["deploymentConfiguration"] = new JsonObject { ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = true } },
        });
        cloud.Advance(TimeSpan.FromMinutes(5));
        var good = cloud.Service.Deployments!.Single().Id;
        cloud.RegisterTaskDefinition(Broken.DeepClone().AsObject());

        cloud.Update(new() { ["taskDefinition"] = "web" });
        cloud.Advance(TimeSpan.FromMinutes(30));

        var deployment = cloud.Service.Deployments!.Single();
        (deployment.Id, deployment.RolloutState).ShouldBe((good, "COMPLETED"));
        cloud.Service.RunningCount.ShouldBe(4);
        cloud.Messages.ShouldContain(message => message.EndsWith("deployment failed: tasks failed to start.", StringComparison.Ordinal));
        cloud.Messages.ShouldContain($"(service web) rolling back to deployment {good}.");
        cloud.Cloud.Log.After(0).ShouldContain(happened => (string?)happened.Detail["eventName"] == "SERVICE_DEPLOYMENT_FAILED");
    }

    [Fact]
    public void Without_rollback_the_failed_deployment_stops_and_the_old_tasks_stay()
    {
        var cloud = new CapacityCloud(desired: 4, service: new()
        {
            ["deploymentConfiguration"] = new JsonObject { ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = false } },
        });
        cloud.Advance(TimeSpan.FromMinutes(5));
        cloud.RegisterTaskDefinition(Broken.DeepClone().AsObject());

        cloud.Update(new() { ["taskDefinition"] = "web" });
        cloud.Advance(TimeSpan.FromHours(1));

        cloud.Service.Deployments![0].RolloutState.ShouldBe("FAILED");
        cloud.Service.Deployments[0].FailedTasks!.Value.ShouldBeInRange(3, 4);
        cloud.Service.RunningCount.ShouldBe(4);
        var history = cloud.Cloud.Call<ListServiceDeploymentsRequest, ListServiceDeploymentsResponse>("ecs", "ListServiceDeployments", new() { Cluster = "shop", Service = "web" });
        history.ServiceDeployments!.Select(deployment => deployment.Status).ShouldBe(["STOPPED", "SUCCESSFUL"]);
    }

    [Fact]
    public void A_task_whose_container_exits_is_replaced_without_counting_as_a_failed_start()
    {
        var cloud = new CapacityCloud(desired: 1, labels: new() { ["headroom.exits-after-seconds"] = "120" });

        cloud.Advance(TimeSpan.FromMinutes(20));

        cloud.Tasks("STOPPED").ShouldAllBe(task => task.StopCode == "EssentialContainerExited");
        cloud.Tasks("STOPPED").Count.ShouldBeInRange(4, 8);
        cloud.Service.Deployments!.Single().FailedTasks.ShouldBe(0);
    }

    [Fact]
    public void The_vCPU_quota_keeps_a_service_below_its_desired_count_and_the_service_says_so_once()
    {
        var cloud = new CapacityCloud(desired: 1);
        cloud.Cloud.Call("headroom-quotas", "PutFargateQuota", new() { ["VirtualCpus"] = 1 });

        cloud.Update(new() { ["desiredCount"] = 10 });
        cloud.Advance(TimeSpan.FromHours(1));

        cloud.Service.RunningCount.ShouldBe(4);
        cloud.Messages.Count(message => message == "(service web) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently.").ShouldBe(1);
        cloud.Cloud.Log.After(0).ShouldContain(happened => (string?)happened.Detail["eventName"] == "SERVICE_TASK_PLACEMENT_FAILURE");

        cloud.Cloud.Call("headroom-quotas", "PutFargateQuota", new() { ["VirtualCpus"] = 100 });
        cloud.Advance(TimeSpan.FromMinutes(5));
        cloud.Service.RunningCount.ShouldBe(10);
    }

    [Fact]
    public void Protected_tasks_are_not_scaled_in_until_their_protection_ends()
    {
        var cloud = new CapacityCloud(desired: 3);
        cloud.Advance(TimeSpan.FromMinutes(5));
        var tasks = new JsonArray([.. cloud.Tasks().Select(task => JsonValue.Create(task.TaskArn))]);
        cloud.Cloud.Call("ecs", "UpdateTaskProtection", new() { ["cluster"] = "shop", ["tasks"] = tasks, ["protectionEnabled"] = true, ["expiresInMinutes"] = 30 });

        cloud.Update(new() { ["desiredCount"] = 1 });
        cloud.Advance(TimeSpan.FromMinutes(20));
        cloud.Service.RunningCount.ShouldBe(3);
        cloud.Messages.ShouldContain("(service web) was unable to scale in due to the number of protected tasks being more than the desired count.");

        cloud.Advance(TimeSpan.FromMinutes(15));
        cloud.Service.RunningCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("desiredCount", 5001, "InvalidParameterException", "Desired count exceeds limit.")]
    [InlineData("desiredCount", -1, "InvalidParameterException", "desiredCount cannot be negative.")]
    [InlineData("taskDefinition", "nothing", "ClientException", "TaskDefinition not found.")]
    [InlineData("service", "nothing", "ServiceNotFoundException", "Service not found.")]
    [InlineData("cluster", "nowhere", "ClusterNotFoundException", "Cluster not found.")]
    public void UpdateService_refuses_in_AWS_s_words(string member, object value, string code, string message)
    {
        var cloud = new CapacityCloud();
        var request = new JsonObject { ["cluster"] = "shop", ["service"] = "web" };
        request[member] = JsonValue.Create(value);

        var refusal = cloud.Cloud.Refused("ecs", "UpdateService", request);

        (refusal.Code, refusal.Message).ShouldBe((code, message));
    }
}
