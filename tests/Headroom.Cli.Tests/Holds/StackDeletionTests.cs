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

    [Fact]
    public async Task An_update_that_takes_the_hold_out_of_its_stack_ends_it_first()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"holdFor":"PT3H"}""");
        await stack.UntilHoldingAsync();

        await stack.CallAsync("cloudformation", "UpdateStack", new()
        {
            ["StackName"] = "infra",
            ["TemplateBody"] = await TemplateWithoutHoldAsync(stack),
            ["Capabilities"] = new JsonArray("CAPABILITY_IAM"),
        });
        await stack.UntilAsync("the update is complete", async () => (string?)(await DescribeAsync(stack, "infra"))["StackStatus"] == "UPDATE_COMPLETE");

        ((string?)(await DescribeAsync(stack, "infra"))["StackStatusReason"]).ShouldBeNull();
        var target = await stack.TargetAsync();
        (target.ScaleInSuspended, target.MinCapacity).ShouldBe((false, 1));
        (await TablesAsync(stack)).ShouldBeEmpty();
    }

    private static async Task<string> TemplateWithoutHoldAsync(RunningStack stack)
    {
        var text = await stack.CallAsync("cloudformation", "GetTemplate", new() { ["StackName"] = "infra" });
        var template = JsonNode.Parse(text["TemplateBody"]!.ToString())!.AsObject();
        var resources = template["Resources"]!.AsObject();
        foreach (var logicalId in resources.Select(resource => resource.Key).Where(id => id.StartsWith("CapacityHold", StringComparison.Ordinal)).ToList())
        {
            resources.Remove(logicalId);
        }

        template.Remove("Outputs");
        return template.ToJsonString();
    }

    private static async Task<JsonArray> TablesAsync(RunningStack stack) => (await stack.CallAsync("dynamodb", "ListTables", new()))["TableNames"]!.AsArray();

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
