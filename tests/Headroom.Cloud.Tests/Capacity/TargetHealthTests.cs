using System.Text.Json.Nodes;

namespace Headroom.Cloud.Tests.Capacity;

/// <summary>https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html, and what ECS makes of it.</summary>
public sealed class TargetHealthTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void A_target_is_initial_until_its_checks_have_succeeded_often_enough()
    {
        var service = new BalancedService(desired: 1);
        var registered = service.Capacity.Until(() => service.Health.Count > 0, Patience);

        service.Health.ShouldBe(["initial Elb.RegistrationInProgress"]);
        service.Capacity.Until(() => service.Health.Single() == "initial Elb.InitialHealthChecking", Patience).ShouldBe(registered.AddSeconds(10), TimeSpan.FromSeconds(1));
        service.Capacity.Service.RunningCount.ShouldBe(1, "ECS counts tasks whose last status is RUNNING, healthy or not");
        service.Capacity.Messages.ShouldNotContain("(service web) has reached a steady state.");
        service.Capacity.Until(() => service.Health.Single() == "healthy", Patience).ShouldBe(registered.AddSeconds(30), TimeSpan.FromSeconds(1));
        service.Capacity.Messages[0].ShouldBe("(service web) has reached a steady state.");
    }

    [Fact]
    public void A_target_drains_for_the_deregistration_delay_and_is_gone_then()
    {
        var service = new BalancedService(desired: 2);
        service.Capacity.Advance(Patience);

        service.Capacity.Update(new() { ["desiredCount"] = 1 });

        service.Health.Order().ShouldBe(["draining Target.DeregistrationInProgress", "healthy"]);
        service.Capacity.Tasks("STOPPED").Single().LastStatus.ShouldBe("DEACTIVATING", "its containers run until its connections are drained");
        service.Capacity.Advance(TimeSpan.FromSeconds(59));
        service.Health.Count.ShouldBe(2);
        service.Capacity.Advance(TimeSpan.FromSeconds(1));
        service.Health.ShouldBe(["healthy"]);
    }

    /// <summary>https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteService.html.</summary>
    [Fact]
    public void A_deleted_service_is_draining_until_its_connections_are_drained()
    {
        var service = new BalancedService(desired: 2);
        service.Capacity.Advance(Patience);

        service.Cloud.Call("ecs", "DeleteService", new() { ["cluster"] = "shop", ["service"] = "web", ["force"] = true });

        service.Capacity.Advance(TimeSpan.FromSeconds(59));
        service.Capacity.Service.Status.ShouldBe("DRAINING");
        service.Capacity.Advance(TimeSpan.FromSeconds(2));
        service.Capacity.Service.Status.ShouldBe("INACTIVE");
    }

    [Fact]
    public void A_task_that_falls_silent_is_unhealthy_after_the_threshold_and_replaced()
    {
        var service = new BalancedService(desired: 1, labels: new() { ["headroom.silent-after-seconds"] = "75" });
        var running = service.Capacity.Until(() => service.Capacity.Service.RunningCount == 1, Patience);

        // The checks at 80 and 90 s after registration fail.
        service.Capacity.Until(() => service.Health.Contains("draining Target.DeregistrationInProgress"), Patience).ShouldBe(running.AddSeconds(90), TimeSpan.FromSeconds(1));

        var stopped = service.Capacity.Tasks("STOPPED").Single();
        stopped.StoppedReason.ShouldBe($"Task failed ELB health checks in (target-group {service.GroupArn})");
        service.Capacity.Messages.ShouldContain($"(service web) (task {stopped.TaskArn!.Split('/')[^1]}) (port 80) is unhealthy in (target-group {service.GroupArn}) due to (reason Request timed out).");
        service.Capacity.Until(() => service.Health.Contains("healthy"), Patience);
    }

    [Fact]
    public void Within_the_grace_period_an_unhealthy_task_gets_no_requests_but_is_not_replaced()
    {
        var service = new BalancedService(desired: 1, labels: new() { ["headroom.silent-after-seconds"] = "0" }, graceSeconds: 120);
        var running = service.Capacity.Until(() => service.Capacity.Service.RunningCount == 1, Patience);

        service.Capacity.Until(() => service.Health.Single() == "unhealthy Target.Timeout", Patience).ShouldBe(running.AddSeconds(20), TimeSpan.FromSeconds(1));
        service.Capacity.Service.RunningCount.ShouldBe(1);
        service.Capacity.Until(() => service.Capacity.Tasks("STOPPED").Count == 1, Patience).ShouldBe(running.AddSeconds(120), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Tasks_that_never_pass_a_health_check_break_the_circuit()
    {
        var breaker = new JsonObject { ["deploymentCircuitBreaker"] = new JsonObject { ["enable"] = true, ["rollback"] = false } };
        var service = new BalancedService(desired: 2, labels: new() { ["headroom.silent-after-seconds"] = "0" }, deploymentConfiguration: breaker);

        service.Capacity.Advance(TimeSpan.FromHours(1));

        service.Capacity.Service.Deployments!.Single().RolloutState.ShouldBe("FAILED");
        service.Capacity.Service.Deployments!.Single().FailedTasks!.Value.ShouldBeInRange(3, 4);
    }

    [Fact]
    public void A_target_group_that_no_load_balancer_uses_checks_nothing_and_takes_no_service()
    {
        var service = new BalancedService(desired: 1, forwarded: false);
        service.Cloud.Call("elbv2", "RegisterTargets", new() { ["TargetGroupArn"] = service.GroupArn, ["Targets"] = new JsonArray(new JsonObject { ["Id"] = "10.0.0.1" }) });

        service.Health.ShouldBe(["unused Target.NotInUse"]);
        service.Cloud.Refused("ecs", "CreateService", service.ServiceRequest).Message.ShouldBe($"The target group with targetGroupArn {service.GroupArn} does not have an associated load balancer.");

        service.Forward();
        service.Cloud.Call("ecs", "CreateService", service.ServiceRequest);
    }
}
