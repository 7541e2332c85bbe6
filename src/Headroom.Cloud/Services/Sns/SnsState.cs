using System.Text.Json.Nodes;
using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.Sns;

namespace Headroom.Cloud.Services.Sns;

/// <summary>The tables of the room.</summary>
internal static class SnsState
{
    /// <summary>By ARN.</summary>
    internal static readonly TableName<StoredTopic> Topics = new("sns/topics");

    /// <summary>By ARN, which begins with the topic's.</summary>
    internal static readonly TableName<StoredSubscription> Subscriptions = new("sns/subscriptions");

    /// <summary>Deliveries under way, by id.</summary>
    internal static readonly TableName<Delivery> Deliveries = new("sns/deliveries");
}

/// <summary>A standard topic.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Attributes">What was set: DisplayName, Policy, DeliveryPolicy, KmsMasterKeyId, ….</param>
/// <param name="Tags">The tags.</param>
internal sealed record StoredTopic(string Arn, IReadOnlyDictionary<string, string> Attributes, IReadOnlyDictionary<string, string> Tags)
{
    internal string Name => Arn[(Arn.LastIndexOf(':') + 1)..];
}

/// <summary>A subscription.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="TopicArn">Its topic.</param>
/// <param name="Protocol"><c>lambda</c> or <c>sqs</c>.</param>
/// <param name="Endpoint">ARN of the function or queue.</param>
/// <param name="Attributes">What was set: FilterPolicy, FilterPolicyScope, RawMessageDelivery, RedrivePolicy.</param>
internal sealed record StoredSubscription(
    string Arn,
    string TopicArn,
    string Protocol,
    string Endpoint,
    IReadOnlyDictionary<string, string> Attributes)
{
    internal bool IsRaw => string.Equals(Attributes.GetValueOrDefault("RawMessageDelivery"), "true", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A published message.</summary>
/// <param name="Id">A UUID, the same in every delivery.</param>
/// <param name="TopicArn">Its topic.</param>
/// <param name="Subject">Null where none was given.</param>
/// <param name="Text">The message.</param>
/// <param name="Attributes">Message attributes.</param>
/// <param name="PublishedAt">Its <c>Timestamp</c>.</param>
internal sealed record PublishedMessage(
    string Id,
    string TopicArn,
    string? Subject,
    string Text,
    IReadOnlyDictionary<string, MessageAttributeValue> Attributes,
    DateTimeOffset PublishedAt);

/// <summary>A message on its way to one subscription.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="SubscriptionArn">Where to.</param>
/// <param name="Message">What.</param>
/// <param name="Attempts">How often it was tried.</param>
internal sealed record Delivery(string Id, string SubscriptionArn, PublishedMessage Message, int Attempts);
