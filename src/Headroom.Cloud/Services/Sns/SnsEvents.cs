using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Sns;

/// <summary>What happens in the room. SNS puts none of it on the event bus.</summary>
internal static class SnsEvents
{
    internal static void Published(Step step, PublishedMessage message) => step.Emit(SnsService.Name, "Message Published", [message.TopicArn], new JsonObject
    {
        ["messageId"] = message.Id,
        ["message"] = message.Text[..Math.Min(message.Text.Length, 256)],
    });

    internal static void Delivered(Step step, StoredSubscription subscription, PublishedMessage message) =>
        step.Emit(SnsService.Name, "Message Delivered", [message.TopicArn, subscription.Endpoint], new JsonObject { ["messageId"] = message.Id });

    internal static void NotDelivered(Step step, StoredSubscription subscription, PublishedMessage message, Refusal refusal) =>
        step.Emit(SnsService.Name, "Message Delivery Failed", [message.TopicArn, subscription.Endpoint], new JsonObject
        {
            ["messageId"] = message.Id,
            ["error"] = $"{refusal.Code}: {refusal.Message}",
        });
}
