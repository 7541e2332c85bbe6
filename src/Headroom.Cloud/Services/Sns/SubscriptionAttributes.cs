using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.Sns;

/// <summary>What can be set on a subscription: https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html.</summary>
internal static class SubscriptionAttributes
{
    internal const string FilterPolicy = "FilterPolicy";
    internal const string FilterPolicyScope = "FilterPolicyScope";
    internal const string RedrivePolicy = "RedrivePolicy";

    /// <summary>What is wrong with a value, or null; whether a filter policy is within its limits, <see cref="LimitFault"/> says.</summary>
    internal static string? Fault(StoredSubscription subscription, string name, string value) => (name, value) switch
    {
        (RedrivePolicy, "") => null,
        (FilterPolicy, _) when IsEmpty(value) => null,
        (FilterPolicy, _) when !IsJson(value) => "FilterPolicy: failed to parse JSON.",
        (FilterPolicy, _) => MessageFilter.Fault(value) is { } fault ? $"FilterPolicy: {fault}" : null,
        (FilterPolicyScope, "MessageAttributes" or "MessageBody") => null,
        (FilterPolicyScope, _) => $"FilterPolicyScope: Invalid value [{value}]. Please use either MessageBody or MessageAttributes",
        ("RawMessageDelivery", _) when !bool.TryParse(value, out _) => $"RawMessageDelivery: Invalid value [{value}]. Must be true or false.",
        ("RawMessageDelivery", _) => subscription.Protocol == "sqs"
            ? null
            : $"Delivery protocol [{subscription.Protocol}] does not support raw message delivery.",
        (RedrivePolicy, _) when !IsJson(value) => "RedrivePolicy: failed to parse JSON.",
        (RedrivePolicy, _) => Arn.TryParse(DeadLetterQueue(value), out _) ? null : "RedrivePolicy: deadLetterTargetArn is an invalid arn",
        ("DeliveryPolicy", _) => null,
        _ => "AttributeName",
    };

    /// <summary>Why the filter policy is too much for its scope, or null.</summary>
    internal static string? LimitFault(StoredSubscription subscription) =>
        subscription.Attributes.GetValueOrDefault(FilterPolicy) is { } policy
            ? FilterPolicyLimits.Fault(policy, subscription.Attributes.GetValueOrDefault(FilterPolicyScope) == "MessageBody")
            : null;

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

    private static bool IsJson(string text)
    {
        try
        {
            WireJson.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsEmpty(string filterPolicy) => filterPolicy.Where(letter => !char.IsWhiteSpace(letter)).SequenceEqual("{}") || filterPolicy.Length == 0;
}
