namespace Headroom.Cloud.Services.Sns;

/// <summary>Which messages a subscription takes.</summary>
internal static class MessageFilter
{
    internal static string? Fault(string policy) => $"The embedded cloud filters no messages: {policy}";

    internal static bool Accepts(StoredSubscription subscription, PublishedMessage message) => subscription.TopicArn == message.TopicArn;
}
