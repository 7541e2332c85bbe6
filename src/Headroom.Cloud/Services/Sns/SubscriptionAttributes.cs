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
        (RedrivePolicy, "") => null,
        (FilterPolicy, _) when IsEmpty(value) => null,
        (FilterPolicy, _) => MessageFilter.Fault(value) is { } fault ? SnsRefusals.Invalid($"FilterPolicy: {fault}") : null,
        (FilterPolicyScope, "MessageAttributes" or "MessageBody") => null,
        ("RawMessageDelivery", _) when !bool.TryParse(value, out _) =>
            SnsRefusals.Invalid("Attributes", $"RawMessageDelivery: Invalid value [{value}]. Must be true or false."),
        ("RawMessageDelivery", _) => subscription.Protocol == "sqs"
            ? null
            : SnsRefusals.Invalid("Attributes", $"Delivery protocol [{subscription.Protocol}] does not support raw message delivery."),
        (RedrivePolicy, _) => DeadLetterQueue(value) is null ? SnsRefusals.Invalid("RedrivePolicy: deadLetterTargetArn is required") : null,
        ("DeliveryPolicy", _) => null,
        _ => SnsRefusals.Invalid("AttributeName"),
    };

    /// <summary>
    /// The subscription with an attribute set or, where the value is empty, taken away; a filter policy with nothing in it is how it is taken away
    /// (https://docs.aws.amazon.com/sns/latest/dg/message-filtering-policy-remove.html).
    /// </summary>
    internal static StoredSubscription Set(StoredSubscription subscription, string name, string? value) => subscription with
    {
        Attributes = SnsOperations.With(subscription.Attributes, name, name == FilterPolicy && IsEmpty(value ?? "") ? null : value),
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

    private static bool IsEmpty(string filterPolicy) => filterPolicy.Where(letter => !char.IsWhiteSpace(letter)).SequenceEqual("{}") || filterPolicy.Length == 0;
}
