using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Holds;

/// <summary>What a hold says about the capacity that it holds, and the limits that it keeps.</summary>
public sealed class CapacityTests
{
    [Fact]
    public async Task Capacity_is_ready_when_its_targets_are_healthy_not_when_its_tasks_run()
    {
        await using var stack = await RunningStack.StartAsync();

        await stack.NotifyAsync("""{"holdFor":"PT20M"}""");
        await stack.UntilAsync("capacity is called ready", async () => (await History.StatesAsync(stack)).Contains("TellCapacityReady"));

        (await History.StatesAsync(stack)).Count(state => state == "ReadTargetHealth").ShouldBeGreaterThan(1, "it runs before it is healthy");
        (await HealthyTargetsAsync(stack)).ShouldBe(5);
    }

    [Fact]
    public async Task A_hold_in_a_failing_deployment_says_so()
    {
        await using var stack = await RunningStack.StartAsync();
        await DeployBrokenAsync(stack);
        await stack.UntilAsync("tasks of the new deployment have failed", async () => (await stack.TargetAsync()).FailingDeployment is not null);

        await stack.NotifyAsync("hello!");
        await stack.UntilHoldingAsync();
        await stack.UntilAsync("the hold's start is told", async () => (await History.StatesAsync(stack)).Contains("IsDegraded"));

        (await stack.TargetAsync()).Line().ShouldContain("failing deployment: ");
        var started = (await History.EventsAsync(stack)).Single(@event => (string?)@event["DetailType"] == "Hold Started");
        started["Detail"]!["failedTasks"]!.AsArray().Max(tasks => (int)tasks!).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_deployment_that_brings_fewer_tasks_is_held_up_to_the_floor_and_the_hold_ends_when_it_was_to()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"holdFor":"PT15M"}""");
        await stack.UntilHoldingAsync();
        var hold = (await stack.HoldsAsync()).Single();

        var parts = RunningStack.Target.Split('/');
        await stack.CallAsync("ecs", "UpdateService", new() { ["cluster"] = parts[1], ["service"] = parts[2], ["desiredCount"] = 1, ["forceNewDeployment"] = true });
        await stack.UntilAsync("the hold is taken back", async () => await stack.HoldsAsync() is [{ Phase: "holding" } now] && now.Owner != hold.Owner);

        (await stack.TargetAsync()).DesiredCount.ShouldBe(5);
        (await stack.HoldsAsync()).Single().HoldUntil.ShouldBe(hold.HoldUntil);
        await stack.UntilReleasedAsync();
        stack.Now.ShouldBeGreaterThanOrEqualTo(RunningStack.Instant(hold.HoldUntil));
        (await stack.TargetAsync()).MinCapacity.ShouldBe(1);
    }

    [Fact]
    public async Task Limits_that_people_lower_during_a_hold_are_kept_by_the_next_owner_and_by_the_release()
    {
        await using var stack = await RunningStack.StartAsync();
        await LimitAsync(stack, 3, 5);
        await stack.NotifyAsync("""{"capacity":4,"holdFor":"PT10M"}""");
        await stack.UntilHoldingAsync();
        await LimitAsync(stack, 2, 2);

        await stack.NotifyAsync("""{"holdFor":"PT10M"}""");
        await stack.UntilAsync("the second has taken over", async () => (await stack.OutcomesAsync()).Count == 0 && (await stack.HoldsAsync()) is [{ Phase: "holding", Floor: 2 }]);
        (await stack.TargetAsync()).ShouldSatisfyAllConditions(target => target.MaxCapacity.ShouldBe(2), target => target.DesiredCount.ShouldBe(2));
        await stack.UntilReleasedAsync();

        (await stack.TargetAsync()).ShouldSatisfyAllConditions(target => target.MinCapacity.ShouldBe(2), target => target.MaxCapacity.ShouldBe(2));
    }

    [Fact]
    public async Task A_message_that_is_older_than_its_hold_touches_nothing()
    {
        await using var stack = await RunningStack.StartAsync();
        var before = await stack.TargetAsync();
        var hourAgo = stack.Now.AddHours(-1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

        await Notifier.InvokeAsync(stack, SnsEvent.Of(stack.Parts.TopicArn, "11111111-2222-3333-4444-555555555555", hourAgo, """{"holdFor":"PT5M"}"""));
        await stack.UntilAsync("the execution has ended", async () => (await stack.OutcomesAsync()).Count == 1);

        (await stack.OutcomesAsync()).ShouldBe(["expired"]);
        (await stack.TargetAsync()).ShouldBe(before);
        (await History.CallsAsync(stack)).ShouldBeEmpty();
    }

    private static async Task<int> HealthyTargetsAsync(RunningStack stack)
    {
        var groups = await stack.CallAsync("elbv2", "DescribeTargetGroups", []);
        var health = await stack.CallAsync("elbv2", "DescribeTargetHealth", new() { ["TargetGroupArn"] = (string)groups["TargetGroups"]![0]!["TargetGroupArn"]! });
        return health["TargetHealthDescriptions"]!.AsArray().Count(target => (string?)target!["TargetHealth"]!["State"] == "healthy");
    }

    private static async Task LimitAsync(RunningStack stack, int minimum, int maximum) => await stack.CallAsync(
        "application-autoscaling",
        "RegisterScalableTarget",
        new()
        {
            ["ServiceNamespace"] = "ecs",
            ["ResourceId"] = RunningStack.Target,
            ["ScalableDimension"] = "ecs:service:DesiredCount",
            ["MinCapacity"] = minimum,
            ["MaxCapacity"] = maximum,
        });

    private static async Task DeployBrokenAsync(RunningStack stack)
    {
        var parts = RunningStack.Target.Split('/');
        var services = await stack.CallAsync("ecs", "DescribeServices", new() { ["cluster"] = parts[1], ["services"] = new JsonArray(parts[2]) });
        var described = await stack.CallAsync("ecs", "DescribeTaskDefinition", new() { ["taskDefinition"] = (string)services["services"]![0]!["taskDefinition"]! });
        var definition = described["taskDefinition"]!;
        var request = new JsonObject();
        foreach (var member in new[] { "family", "executionRoleArn", "networkMode", "containerDefinitions", "requiresCompatibilities", "cpu", "memory" })
        {
            request[member] = definition[member]?.DeepClone();
        }

        request["containerDefinitions"]![0]!["dockerLabels"] = new JsonObject { ["headroom.fails-to-start"] = "true" };
        var registered = await stack.CallAsync("ecs", "RegisterTaskDefinition", request);
        await stack.CallAsync("ecs", "UpdateService", new()
        {
            ["cluster"] = parts[1],
            ["service"] = parts[2],
            ["taskDefinition"] = (string)registered["taskDefinition"]!["taskDefinitionArn"]!,
        });
    }
}
