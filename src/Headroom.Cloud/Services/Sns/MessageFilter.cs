using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Services.EventBridge.Patterns;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.Sns;

/// <summary>
/// Which messages a subscription takes: its filter policy is a pattern of EventBridge's language, held against the message's
/// attributes or its body (https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html).
/// </summary>
internal static class MessageFilter
{
    /// <summary>Null where the text is a filter policy, else why not.</summary>
    internal static string? Fault(string policy)
    {
        try
        {
            PatternParser.Parse(policy);
            return null;
        }
        catch (PatternException fault)
        {
            return fault.Message;
        }
    }

    internal static bool Accepts(StoredSubscription subscription, PublishedMessage message)
    {
        if (subscription.Attributes.GetValueOrDefault(SubscriptionAttributes.FilterPolicy) is not { } policy)
        {
            return true;
        }

        var subject = subscription.Attributes.GetValueOrDefault(SubscriptionAttributes.FilterPolicyScope) == "MessageBody"
            ? Parse(message.Text) as JsonObject
            : Attributes(message);
        return subject is not null && PatternTexts.Pattern(policy).Matches(subject);
    }

    private static JsonObject Attributes(PublishedMessage message) => new(message.Attributes.Select(attribute =>
        KeyValuePair.Create(attribute.Key, attribute.Value.DataType switch
        {
            "String.Array" => Parse(attribute.Value.StringValue ?? ""),
            "Number" when decimal.TryParse(attribute.Value.StringValue, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(attribute.Value.StringValue),
        })));

    private static JsonNode? Parse(string text)
    {
        try
        {
            return WireJson.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
