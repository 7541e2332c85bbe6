using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Sns;

namespace Headroom.Cloud.Services.Sns;

/// <summary>Subscriptions: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html and its neighbours.</summary>
internal static partial class SnsOperations
{
    /// <summary>
    /// New: made, and confirmed at once, as for functions and queues of one's own account. The same protocol and endpoint again: the
    /// one there is.
    /// </summary>
    internal static Outcome<SubscribeResponse> Subscribe(Step step, SubscribeRequest request)
    {
        if (FindTopic(step, request.TopicArn) is not { } topic)
        {
            return SnsRefusals.NoSuchTopic(request.TopicArn);
        }

        if (request.Protocol is not ("lambda" or "sqs"))
        {
            return SnsRefusals.Invalid("Protocol", $"The embedded cloud delivers to lambda and sqs, not to {request.Protocol}");
        }

        if (!Arn.TryParse(request.Endpoint, out var endpoint) || endpoint.Service != request.Protocol)
        {
            return SnsRefusals.Invalid($"{request.Protocol} endpoint ARN");
        }

        if (SubscriptionsOf(step, topic.Arn).FirstOrDefault(one => one.Protocol == request.Protocol && one.Endpoint == request.Endpoint) is { } present)
        {
            return (request.Attributes ?? new Dictionary<string, string>()).Any(attribute => present.Attributes.GetValueOrDefault(attribute.Key) != attribute.Value)
                ? SnsRefusals.Invalid("Attributes", "Subscription already exists with different attributes")
                : new SubscribeResponse { SubscriptionArn = present.Arn };
        }

        var subscription = new StoredSubscription(
            $"{topic.Arn}:{step.Ids.NextUuid()}",
            topic.Arn,
            request.Protocol,
            request.Endpoint!,
            new Dictionary<string, string>());
        foreach (var (name, value) in request.Attributes ?? new Dictionary<string, string>())
        {
            if (SubscriptionAttributes.Fault(subscription, name, value) is { } fault)
            {
                return SnsRefusals.Invalid("Attributes", fault);
            }

            subscription = SubscriptionAttributes.Set(subscription, name, value);
        }

        if (SubscriptionAttributes.LimitFault(subscription) is { } limit)
        {
            return SnsRefusals.Invalid("Attributes", limit);
        }

        Put(step, subscription);
        return new SubscribeResponse { SubscriptionArn = subscription.Arn };
    }

    /// <summary>Messages on their way are no longer delivered. One that is not there counts as unsubscribed.</summary>
    internal static Outcome<UnsubscribeResponse> Unsubscribe(Step step, UnsubscribeRequest request)
    {
        if (SnsRefusals.NoArn("SubscriptionArn", request.SubscriptionArn) is { } refusal)
        {
            return refusal;
        }

        step.Table(SnsState.Subscriptions).Remove(request.SubscriptionArn);
        return new UnsubscribeResponse();
    }

    internal static Outcome<GetSubscriptionAttributesResponse> GetSubscriptionAttributes(Step step, GetSubscriptionAttributesRequest request) =>
        step.Table(SnsState.Subscriptions).Find(request.SubscriptionArn) is { } subscription
            ? new GetSubscriptionAttributesResponse
            {
                Attributes = new Dictionary<string, string>(subscription.Attributes)
                {
                    ["SubscriptionArn"] = subscription.Arn,
                    ["TopicArn"] = subscription.TopicArn,
                    ["Protocol"] = subscription.Protocol,
                    ["Endpoint"] = subscription.Endpoint,
                    ["Owner"] = step.Settings.AccountId,
                    ["PendingConfirmation"] = "false",
                    ["ConfirmationWasAuthenticated"] = "true",
                    ["RawMessageDelivery"] = subscription.IsRaw ? "true" : "false",
                },
            }
            : SnsRefusals.NoSuchSubscription(request.SubscriptionArn);

    internal static Outcome<SetSubscriptionAttributesResponse> SetSubscriptionAttributes(Step step, SetSubscriptionAttributesRequest request)
    {
        if (step.Table(SnsState.Subscriptions).Find(request.SubscriptionArn) is not { } subscription)
        {
            return SnsRefusals.NoSuchSubscription(request.SubscriptionArn);
        }

        if (SubscriptionAttributes.Fault(subscription, request.AttributeName, request.AttributeValue ?? "") is { } fault)
        {
            return SnsRefusals.Invalid(fault);
        }

        var changed = SubscriptionAttributes.Set(subscription, request.AttributeName, request.AttributeValue);
        if (SubscriptionAttributes.LimitFault(changed) is { } limit)
        {
            return SnsRefusals.Invalid(limit);
        }

        Put(step, changed);
        return new SetSubscriptionAttributesResponse();
    }

    internal static Outcome<ListSubscriptionsResponse> ListSubscriptions(Step step, ListSubscriptionsRequest request)
    {
        var page = step.Table(SnsState.Subscriptions).Page("", request.NextToken, PageSize + 1);
        return new ListSubscriptionsResponse
        {
            Subscriptions = [.. page.Take(PageSize).Select(entry => Describe(step, entry.Value))],
            NextToken = page.Count > PageSize ? page[PageSize - 1].Key : null,
        };
    }

    internal static Outcome<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopic(Step step, ListSubscriptionsByTopicRequest request)
    {
        if (FindTopic(step, request.TopicArn) is null)
        {
            return SnsRefusals.NoSuchTopic(request.TopicArn);
        }

        var page = step.Table(SnsState.Subscriptions).Page($"{request.TopicArn}:", request.NextToken, PageSize + 1);
        return new ListSubscriptionsByTopicResponse
        {
            Subscriptions = [.. page.Take(PageSize).Select(entry => Describe(step, entry.Value))],
            NextToken = page.Count > PageSize ? page[PageSize - 1].Key : null,
        };
    }

    internal static IReadOnlyList<StoredSubscription> SubscriptionsOf(Step step, string topicArn) =>
        step.Table(SnsState.Subscriptions).WithPrefix($"{topicArn}:");

    private static void Put(Step step, StoredSubscription subscription) =>
        step.Table(SnsState.Subscriptions).Put(subscription.Arn, subscription);

    private static Subscription Describe(Step step, StoredSubscription subscription) => new()
    {
        SubscriptionArn = subscription.Arn,
        TopicArn = subscription.TopicArn,
        Protocol = subscription.Protocol,
        Endpoint = subscription.Endpoint,
        Owner = step.Settings.AccountId,
    };
}
