using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>What happens in the room. SQS puts none of it on the event bus.</summary>
internal static class SqsEvents
{
    internal static void Sent(Step step, Queue queue, QueuedMessage message) =>
        step.Emit(
            SqsService.Name,
            "Message Sent",
            [queue.Arn(step.Settings)],
            new JsonObject { ["queueName"] = queue.Name, ["messageId"] = message.Id });

    internal static void MovedToDeadLetters(Step step, Queue queue, Queue deadLetters, QueuedMessage message) =>
        step.Emit(SqsService.Name, "Message Moved To Dead-Letter Queue", [queue.Arn(step.Settings), deadLetters.Arn(step.Settings)], new JsonObject
        {
            ["queueName"] = deadLetters.Name,
            ["messageId"] = message.Id,
        });
}
