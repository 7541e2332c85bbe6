using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Holds;

/// <summary>The dead-letter queue of the stack.</summary>
internal static class DeadLetters
{
    public static async Task<JsonObject> ReceiveAsync(RunningStack stack)
    {
        var resources = await stack.CallAsync("cloudformation", "DescribeStackResources", new() { ["StackName"] = "infra" });
        var queue = resources["StackResources"]!.AsArray().Single(resource => (string?)resource!["ResourceType"] == "AWS::SQS::Queue");
        JsonObject? message = null;
        await stack.UntilAsync("a dead letter", async () =>
        {
            var received = await stack.CallAsync("sqs", "ReceiveMessage", new()
            {
                ["QueueUrl"] = (string)queue!["PhysicalResourceId"]!,
                ["MessageAttributeNames"] = new JsonArray("All"),
            });
            message = received["Messages"]?.AsArray() is [{ } first, ..] ? first.AsObject() : null;
            return message is not null;
        });
        return message!;
    }
}
