using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.Sns;

/// <summary>What can be set on a subscription: https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html.</summary>
internal static class SubscriptionAttributes
{
    internal const string FilterPolicy = "FilterPolicy";
    internal const string FilterPolicyScope = "FilterPolicyScope";
    internal const string RedrivePolicy = "RedrivePolicy";

    internal static Refusal? Fault(StoredSubscription subscription, string name, string value) => (name, value) switch
    {
        (FilterPolicy, "") or (RedrivePolicy, "") => null,
        (FilterPolicy, _) => MessageFilter.Fault(value) is { } fault ? SnsRefusals.Invalid($"FilterPolicy: {fault}") : null,
        (FilterPolicyScope, "MessageAttributes" or "MessageBody") => null,
        ("RawMessageDelivery", _) => subscription.Protocol == "sqs" && bool.TryParse(value, out _)
            ? null
            : SnsRefusals.Invalid("Attributes", $"Delivery protocol [{subscription.Protocol}] does not support raw message delivery."),
        (RedrivePolicy, _) => DeadLetterQueue(value) is null ? SnsRefusals.Invalid("RedrivePolicy: deadLetterTargetArn is required") : null,
        ("DeliveryPolicy", _) => null,
        _ => SnsRefusals.Invalid("AttributeName"),
    };

    /// <summary>ARN of the queue in a redrive policy, or null.</summary>
    internal static string? DeadLetterQueue(string? redrivePolicy)
    {
        try
        {
            return redrivePolicy is null ? null : (WireJson.Parse(redrivePolicy) as JsonObject)?["deadLetterTargetArn"]?.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
