using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Holds;

/// <summary>Scheduled actions that fall due while a hold suspends them: Application Auto Scaling forgets them.</summary>
public sealed class MissedScheduleTests
{
    [Fact]
    public async Task A_scheduled_action_that_was_due_inside_the_hold_counts_after_it_and_is_told()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"holdFor":"PT10M"}""");
        await stack.UntilHoldingAsync();
        await PutAsync(stack, "evening", stack.Now.AddMinutes(2), new() { ["MinCapacity"] = 2, ["MaxCapacity"] = 4 });
        await PutAsync(stack, "night", stack.Now.AddMinutes(4), new() { ["MinCapacity"] = 3 });
        await PutAsync(stack, "tomorrow", stack.Now.AddHours(20), new() { ["MinCapacity"] = 4 });
        await stack.UntilAsync("five tasks are desired", async () => await stack.TargetAsync() is { DesiredCount: 5, MinCapacity: 5 });

        await stack.UntilReleasedAsync();

        (await stack.TargetAsync()).ShouldSatisfyAllConditions(target => target.MinCapacity.ShouldBe(3), target => target.MaxCapacity.ShouldBe(4));
        await stack.UntilAsync("the execution has ended", async () => (await stack.OutcomesAsync()).Count == 1);
        var output = JsonNode.Parse((string)(await stack.ExecutionsAsync()).Single()["output"]!)!;
        output["missed"]!["actions"]!.AsArray().Select(action => (string)action!["name"]!).ShouldBe(["evening", "night"]);
    }

    [Fact]
    public async Task Without_the_calendar_the_hold_ends_as_it_was_to_and_says_what_it_could_not_know()
    {
        await using var stack = await RunningStack.StartAsync();
        await RolePolicies.TakeAwayAsync(stack, "lambda:InvokeFunction");
        await stack.NotifyAsync("""{"holdFor":"PT3M"}""");
        await stack.UntilHoldingAsync();
        await PutAsync(stack, "evening", stack.Now.AddMinutes(1), new() { ["MinCapacity"] = 2 });

        await stack.UntilReleasedAsync();

        (await stack.TargetAsync()).MinCapacity.ShouldBe(1);
        await stack.UntilAsync("the execution has ended", async () => (await stack.OutcomesAsync()).Count == 1);
        (await stack.OutcomesAsync()).ShouldBe(["held"]);
        var output = JsonNode.Parse((string)(await stack.ExecutionsAsync()).Single()["output"]!)!;
        ((string)output["missed"]!["problem"]!["Error"]!).ShouldStartWith("Lambda.");
    }

    private static Task<JsonObject> PutAsync(RunningStack stack, string name, DateTimeOffset at, JsonObject change) => stack.CallAsync(
        "application-autoscaling",
        "PutScheduledAction",
        new()
        {
            ["ServiceNamespace"] = "ecs",
            ["ResourceId"] = RunningStack.Target,
            ["ScalableDimension"] = "ecs:service:DesiredCount",
            ["ScheduledActionName"] = name,
            ["Schedule"] = $"at({at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss})",
            ["ScalableTargetAction"] = change,
        });
}
