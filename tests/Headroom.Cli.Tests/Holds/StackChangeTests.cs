using System.Text.Json.Nodes;
using Headroom.Cli.Holds;

namespace Headroom.Cli.Tests.Holds;

/// <summary>What becomes of a hold whose own stack is changed meanwhile.</summary>
public sealed class StackChangeTests
{
    [Fact]
    public async Task A_stack_that_holds_capacity_says_what_it_holds_and_stays_until_the_hold_is_over()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"holdFor":"PT10M"}""");
        await stack.UntilHoldingAsync();
        var hold = (await stack.HoldsAsync()).Single();
        await stack.UntilAsync("all tasks run", async () => (await stack.TargetAsync()).RunningCount == 5);

        var refused = await DeleteAsync(stack, "DELETE_FAILED");

        refused.ShouldContain($"Capacity is held for {RunningStack.Target} until {hold.HoldUntil}.");
        (await stack.HoldsAsync()).Single().Phase.ShouldBe("holding");
        (await stack.TargetAsync()).ShouldSatisfyAllConditions(target => target.ScaleInSuspended.ShouldBeTrue(), target => target.RunningCount.ShouldBe(5));
        await stack.UntilAsync("no hold is left", async () => (await stack.HoldsAsync()).Count == 0);
        await DeleteAsync(stack, "DELETE_COMPLETE");
    }

    [Fact]
    public async Task A_stack_whose_notifications_wait_for_their_start_says_so_and_stays_until_they_are_stopped()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync($$"""{"startAt":"{{stack.Now.AddDays(2):yyyy-MM-dd}}T18:00:00Z"}""");
        await stack.UntilAsync("it waits", async () => (await stack.ExecutionsAsync()).Count == 1);

        var refused = await DeleteAsync(stack, "DELETE_FAILED");

        refused.ShouldContain($"Capacity is planned for {RunningStack.Target} from ");
        var planned = (await PlannedHold.AllAsync(stack.Aws, [stack.Parts], stack.Now, CancellationToken.None)).Single();
        await stack.CallAsync("stepfunctions", "StopExecution", new() { ["executionArn"] = planned.ExecutionArn });
        await DeleteAsync(stack, "DELETE_COMPLETE");
    }

    [Fact]
    public async Task An_update_that_takes_the_hold_out_of_its_stack_ends_it_first()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"holdFor":"PT3H"}""");
        await stack.UntilHoldingAsync();

        await UpdateAsync(stack, template =>
        {
            var resources = template["Resources"]!.AsObject();
            foreach (var logicalId in resources.Select(resource => resource.Key).Where(id => id.StartsWith("CapacityHold", StringComparison.Ordinal)).ToList())
            {
                resources.Remove(logicalId);
            }

            template.Remove("Outputs");
        });

        ((string?)(await DescribeAsync(stack, "infra"))["StackStatusReason"]).ShouldBeNull();
        var target = await stack.TargetAsync();
        (target.ScaleInSuspended, target.MinCapacity).ShouldBe((false, 1));
        (await TablesAsync(stack)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_is_taken_off_the_list_during_its_hold_gets_its_scale_in_back_at_the_end()
    {
        await using var stack = await RunningStack.StartAsync();
        await stack.NotifyAsync("""{"holdFor":"PT15M"}""");
        await stack.UntilHoldingAsync();

        await UpdateAsync(stack, template =>
        {
            var resources = template["Resources"]!.AsObject();
            var covered = resources.SelectMany(Statements).Single(statement => (string?)statement!["Sid"] == "TheCoveredServices")!;
            covered["Resource"] = "arn:aws:ecs:us-east-1:123456789012:service/shop/another";
            var notifier = resources.Single(resource => resource.Key.StartsWith("CapacityHoldNotifierFunction", StringComparison.Ordinal) && IsFunction(resource)).Value!;
            notifier["Properties"]!["Environment"]!["Variables"]!["HEADROOM_SERVICES"] = """["shop/another"]""";
        });
        (await stack.TargetAsync()).ScaleInSuspended.ShouldBeTrue();

        await stack.UntilReleasedAsync();
        (await stack.TargetAsync()).MinCapacity.ShouldBe(1);
        (await stack.OutcomesAsync()).ShouldBe(["held"]);
    }

    /// <summary>Updates the stack to what is made of its template, and waits until it is so.</summary>
    private static async Task UpdateAsync(RunningStack stack, Action<JsonObject> change)
    {
        var got = await stack.CallAsync("cloudformation", "GetTemplate", new() { ["StackName"] = "infra" });
        var template = JsonNode.Parse(got["TemplateBody"]!.ToString())!.AsObject();
        change(template);
        await stack.CallAsync("cloudformation", "UpdateStack", new()
        {
            ["StackName"] = "infra",
            ["TemplateBody"] = template.ToJsonString(),
            ["Capabilities"] = new JsonArray("CAPABILITY_IAM"),
        });
        await stack.UntilAsync("the update is complete", async () => (string?)(await DescribeAsync(stack, "infra"))["StackStatus"] == "UPDATE_COMPLETE");
    }

    private static JsonArray Statements(KeyValuePair<string, JsonNode?> resource) =>
        resource.Value!["Properties"]?["PolicyDocument"]?["Statement"]?.AsArray() ?? [];

    private static bool IsFunction(KeyValuePair<string, JsonNode?> resource) => (string?)resource.Value!["Type"] == "AWS::Lambda::Function";

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
