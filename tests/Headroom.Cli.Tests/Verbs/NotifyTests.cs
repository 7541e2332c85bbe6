using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Verbs;

/// <summary><c>headroom notify</c>, <c>status</c> and <c>release</c> beside a running local cloud.</summary>
public sealed class NotifyTests
{
    [Fact]
    public async Task A_hold_is_notified_shown_and_released()
    {
        await using var stack = await RunningStack.StartAsync(speed: 20);

        var notified = await RunAsync(stack, "notify", "--hold-for", "PT3H", "--capacity", "3", "--reason", "spring sale");
        notified.Errors.ShouldBe("");
        await stack.UntilHoldingAsync();
        var shown = await RunAsync(stack, "status");
        var read = JsonNode.Parse((await RunAsync(stack, "status", "--json")).Output)!;
        var released = await RunAsync(stack, "release", "--service", "ecs-scaling-example/service_1", "--reason", "cancelled");
        await stack.UntilReleasedAsync();
        var afterwards = await RunAsync(stack, "status");

        shown.Output.ShouldContain("service/ecs-scaling-example/service_1  holding until");
        shown.Output.ShouldContain("at least 3 tasks (spring sale)");
        ((string?)read["holds"]![0]!["phase"]).ShouldBe("holding");
        ((int?)read["holds"]![0]!["floor"]).ShouldBe(3);
        ((bool?)read["targets"]![0]!["scaleInSuspended"]).ShouldBe(true);
        released.ExitCode.ShouldBe(0);
        afterwards.Output.ShouldContain("No hold is running.");
        afterwards.Output.ShouldContain("scale-in active");
    }

    [Fact]
    public async Task A_start_is_reckoned_from_the_time_in_the_cloud_and_so_is_what_is_left_of_a_hold()
    {
        await using var stack = await RunningStack.StartAsync(speed: 20, start: new(2031, 5, 1, 12, 0, 0, TimeSpan.Zero));

        var notified = await RunAsync(stack, "notify", "--hold-for", "PT3H", "--start-at", "2031-05-01T11:30:00Z");
        await stack.UntilHoldingAsync();
        var shown = await RunAsync(stack, "status");
        var read = JsonNode.Parse((await RunAsync(stack, "status", "--json")).Output)!;
        var refused = await RunAsync(stack, "notify", "--start-at", "2026-05-01T11:30:00Z");

        notified.ExitCode.ShouldBe(0, notified.Errors);
        shown.Output.ShouldContain("holding until 2031-05-01T15:", customMessage: "what should have begun already begins now");
        shown.Output.ShouldContain("(another 2 h ");
        ((string?)read["now"]).ShouldNotBeNull().ShouldStartWith("2031-05-01T12:");
        refused.Errors.ShouldContain("begins a hold that was over when the message was published");
    }

    [Fact]
    public async Task What_is_planned_is_shown_and_can_be_cancelled()
    {
        await using var stack = await RunningStack.StartAsync(speed: 20, start: new(2031, 5, 1, 12, 0, 0, TimeSpan.Zero));

        await RunAsync(stack, "notify", "--capacity", "3", "--hold-for", "PT1H", "--start-at", "2031-05-02T18:00:00Z", "--reason", "spring sale");
        await RunAsync(stack, "notify", "--start-at", "2031-05-02T09:00:00Z");
        await RunAsync(stack, "notify", "--hold-for", "PT3H");
        await stack.UntilHoldingAsync();
        var shown = await RunAsync(stack, "status");
        var planned = JsonNode.Parse((await RunAsync(stack, "status", "--json")).Output)!["planned"]!.AsArray();

        shown.Output.ShouldContain("from 2031-05-02T18:00:00.000Z (in 29 h 5", customMessage: shown.Output);
        shown.Output.ShouldContain("until 2031-05-02T19:00:00.000Z, 3 tasks (spring sale); to cancel: aws stepfunctions stop-execution --execution-arn ");
        planned.Select(hold => (string?)hold!["startAt"]).ShouldBe(["2031-05-02T09:00:00.000Z", "2031-05-02T18:00:00.000Z"]);

        foreach (var hold in planned)
        {
            await stack.CallAsync("stepfunctions", "StopExecution", new() { ["executionArn"] = (string)hold!["executionArn"]! });
        }

        (await RunAsync(stack, "status")).Output.ShouldNotContain("Planned holds");
        (await stack.HoldsAsync()).Single().Phase.ShouldBe("holding");
    }

    [Fact]
    public async Task A_time_to_hold_may_be_given_in_seconds()
    {
        await using var stack = await RunningStack.StartAsync();

        var notified = await RunAsync(stack, "notify", "--hold-for", "900", "--json");

        notified.ExitCode.ShouldBe(0, notified.Errors);
        ((string?)JsonNode.Parse(notified.Output)!["message"]).ShouldBe("""{"holdFor":900}""");
    }

    [Fact]
    public async Task Who_notifies_hears_that_nothing_can_be_held_of_a_service_without_a_scalable_target()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.CallAsync("application-autoscaling", "DeregisterScalableTarget", new()
        {
            ["ServiceNamespace"] = "ecs",
            ["ResourceId"] = RunningStack.Target,
            ["ScalableDimension"] = "ecs:service:DesiredCount",
        });

        var notified = await RunAsync(stack, "notify", "hello!");

        notified.ExitCode.ShouldBe(0);
        notified.Errors.ShouldStartWith("Nothing is held of ecs-scaling-example/service_1: no scalable target");
        notified.Output.ShouldStartWith("Published ");
    }

    [Theory]
    [InlineData("capacity: \"800%\"", "notify", "--capacity", "800%")]
    [InlineData("holdFor: \"PT9H\" is longer than the longest hold allowed here, PT6H", "notify", "--hold-for", "PT9H")]
    [InlineData("services: \"shop/checkout\" is not covered here", "notify", "--service", "shop/checkout")]
    [InlineData("services: \"shop/checkout\" is not covered here", "release", "--service", "shop/checkout")]
    [InlineData("starts like a JSON object but is none", "notify", "{\"holdFor\": PT5M}")]
    public async Task What_would_be_refused_is_not_published(string why, params string[] arguments)
    {
        await using var stack = await RunningStack.StartAsync();

        var verb = await RunAsync(stack, arguments);

        verb.ExitCode.ShouldBe(1);
        verb.Errors.ShouldContain("Not published, because it would be refused.");
        verb.Errors.ShouldContain(why);
        (await stack.ExecutionsAsync()).ShouldBeEmpty();
    }

    private static Task<Verb> RunAsync(RunningStack stack, params string[] arguments) => Verb.RunAsync([.. arguments, "--endpoint-url", stack.Settings.Endpoint]);
}
