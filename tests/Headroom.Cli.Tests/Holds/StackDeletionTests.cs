using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Holds;

public sealed class StackDeletionTests
{
    [Fact]
    public async Task A_stack_that_holds_capacity_says_what_it_holds_and_stays_until_the_hold_is_over()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"holdFor":"PT10M"}""");
        await stack.UntilHoldingAsync();
        var hold = (await stack.HoldsAsync()).Single();

        var refused = await DeleteAsync(stack, "DELETE_FAILED");

        refused.ShouldContain($"Capacity is held for {RunningStack.Target} until {hold.HoldUntil}.");
        (await stack.HoldsAsync()).Single().Phase.ShouldBe("holding");
        await stack.UntilAsync("no hold is left", async () => (await stack.HoldsAsync()).Count == 0);
        await DeleteAsync(stack, "DELETE_COMPLETE");
    }

    /// <summary>Deletes the stack; why the guard objected, if it did.</summary>
    private static async Task<string> DeleteAsync(RunningStack stack, string expected)
    {
        var id = (string)(await DescribeAsync(stack, "infra"))["StackId"]!;
        await stack.CallAsync("cloudformation", "DeleteStack", new() { ["StackName"] = id });
        await stack.UntilAsync(expected, async () => (string?)(await DescribeAsync(stack, id))["StackStatus"] == expected);
        var events = await stack.CallAsync("cloudformation", "DescribeStackEvents", new() { ["StackName"] = id });
        return string.Join('\n', events["StackEvents"]!.AsArray()
            .Where(happened => (string?)happened!["ResourceType"] == "Custom::HeadroomDeletionGuard")
            .Select(happened => (string?)happened!["ResourceStatusReason"]));
    }

    private static async Task<JsonNode> DescribeAsync(RunningStack stack, string name) =>
        (await stack.CallAsync("cloudformation", "DescribeStacks", new() { ["StackName"] = name }))["Stacks"]![0]!;
}
