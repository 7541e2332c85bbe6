using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Holds;

/// <summary>The hold protocol on the whole system: published over HTTP, the Notifier as a process, seen through the APIs.</summary>
public sealed class HoldTests
{
    [Fact]
    public async Task A_notification_pauses_scale_in_scales_up_waits_and_resumes()
    {
        await using var stack = await RunningStack.StartAsync();
        var before = await stack.TargetAsync();
        before.ScaleInSuspended.ShouldBeFalse();
        (before.DesiredCount, before.RunningCount).ShouldBe((1, 1));

        await stack.NotifyAsync("hello!");
        await stack.UntilAsync("five tasks run, scale-in suspended", async () => await stack.TargetAsync() is { ScaleInSuspended: true, DesiredCount: 5, RunningCount: 5, MinCapacity: 5 });
        var until = RunningStack.Instant((await stack.HoldsAsync()).Single().HoldUntil);
        await stack.UntilReleasedAsync();

        stack.Now.ShouldBeGreaterThanOrEqualTo(until);
        (await stack.TargetAsync()).MinCapacity.ShouldBe(before.MinCapacity);
        await stack.UntilAsync("the execution has ended", async () => (await stack.OutcomesAsync()).Count == 1);
        (await stack.OutcomesAsync()).ShouldBe(["held"]);
    }

    [Fact]
    public async Task A_notification_during_a_hold_extends_it()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"holdFor":"PT3M"}""");
        await stack.UntilHoldingAsync();
        var first = (await stack.HoldsAsync()).Single();

        await stack.NotifyAsync("""{"holdFor":"PT20M"}""");
        await stack.UntilAsync("the hold lasts longer", async () => string.CompareOrdinal((await stack.HoldsAsync()).Single().HoldUntil, first.HoldUntil) > 0);
        var extended = (await stack.HoldsAsync()).Single();
        extended.Owner.ShouldBe(first.Owner);
        await stack.UntilReleasedAsync();

        stack.Now.ShouldBeGreaterThanOrEqualTo(RunningStack.Instant(extended.HoldUntil));
        await stack.UntilAsync("both executions have ended", async () => (await stack.OutcomesAsync()).Count == 2);
        (await stack.OutcomesAsync()).Order().ShouldBe(["extended", "held"]);
    }

    [Fact]
    public async Task A_notification_for_more_tasks_takes_the_hold_over()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"capacity":2,"holdFor":"PT10M"}""");
        await stack.UntilHoldingAsync();
        (await stack.TargetAsync()).DesiredCount.ShouldBe(2);
        var first = (await stack.HoldsAsync()).Single();

        await stack.NotifyAsync("""{"capacity":"80%","holdFor":"PT10M"}""");
        await stack.UntilAsync("four tasks are desired", async () => (await stack.TargetAsync()).DesiredCount == 4);
        (await stack.HoldsAsync()).Single().Owner.ShouldNotBe(first.Owner);
        await stack.UntilReleasedAsync();

        await stack.UntilAsync("both executions have ended", async () => (await stack.OutcomesAsync()).Count == 2);
        (await stack.OutcomesAsync()).ShouldBe(["superseded", "held"]);
        (await stack.TargetAsync()).MinCapacity.ShouldBe(1);
    }

    [Fact]
    public async Task A_release_ends_the_hold_early()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"holdFor":"PT5H"}""");
        await stack.UntilHoldingAsync();
        var until = RunningStack.Instant((await stack.HoldsAsync()).Single().HoldUntil);

        await stack.NotifyAsync("""{"action":"release","reason":"push was cancelled"}""");
        await stack.UntilReleasedAsync();

        stack.Now.ShouldBeLessThan(until);
        (await stack.TargetAsync()).MinCapacity.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_with_a_bad_field_is_on_the_dead_letter_queue_with_its_reason_and_nothing_else_changes()
    {
        await using var stack = await RunningStack.StartAsync();
        var before = await stack.TargetAsync();

        await stack.NotifyAsync("""{"holdFor":"PT9H"}""");
        var message = await DeadLetters.ReceiveAsync(stack);

        ((string)message["Body"]!).ShouldBe("""{"holdFor":"PT9H"}""");
        var reason = (string)message["MessageAttributes"]!["Reason"]!["StringValue"]!;
        reason.ShouldContain("holdFor");
        reason.ShouldContain("PT9H");
        reason.ShouldContain("PT6H");
        reason.ShouldNotContain("\n");
        (await stack.TargetAsync()).ShouldBe(before);
        (await stack.ExecutionsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_delivered_twice_starts_nothing_the_second_time()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"holdFor":"PT2M"}""");
        await stack.UntilHoldingAsync();
        var execution = (await stack.ExecutionsAsync()).Single();
        var input = JsonNode.Parse((string)execution["input"]!)!;

        await Notifier.InvokeAsync(stack, SnsEvent.Of(stack.Parts.TopicArn, (string)input["notificationId"]!, (string)input["publishedAt"]!, """{"holdFor":"PT2M"}"""));

        (await stack.ExecutionsAsync()).Count.ShouldBe(1);
        await stack.UntilReleasedAsync();
        (await stack.ExecutionsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_permission_to_register_the_target_the_hold_is_degraded_still_scales_up_and_ends_on_time()
    {
        await using var stack = await RunningStack.StartAsync();
        await RolePolicies.TakeAwayAsync(stack, "application-autoscaling:RegisterScalableTarget");

        await stack.NotifyAsync("""{"holdFor":"PT10M"}""");
        await stack.UntilAsync("five tasks are desired", async () => (await stack.TargetAsync()).DesiredCount == 5);
        (await stack.TargetAsync()).ScaleInSuspended.ShouldBeFalse();
        await stack.UntilHoldingAsync();
        var hold = (await stack.HoldsAsync()).Single();
        hold.Line(stack.Now).ShouldContain("degraded: ");
        await stack.UntilAsync("the hold is over", async () => (await stack.HoldsAsync()).Count == 0);

        stack.Now.ShouldBeGreaterThanOrEqualTo(RunningStack.Instant(hold.HoldUntil));
        await stack.UntilAsync("the execution has ended", async () => (await stack.OutcomesAsync()).Count == 1);
        (await stack.OutcomesAsync()).Single().ShouldBeOneOf("degraded", "superseded"); // by the guard with which a sweep tries again
        var execution = (await stack.ExecutionsAsync()).Single();
        var history = await stack.CallAsync("stepfunctions", "GetExecutionHistory", new() { ["executionArn"] = (string)execution["executionArn"]! });
        history["events"]!.AsArray()
            .Select(happened => (string?)happened!["taskFailedEventDetails"]?["error"])
            .ShouldContain("ApplicationAutoScaling.ApplicationAutoScalingException");
    }
}
