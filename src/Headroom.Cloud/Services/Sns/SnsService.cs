using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Sns;

namespace Headroom.Cloud.Services.Sns;

/// <summary>Amazon Simple Notification Service: standard topics that deliver to functions and queues.</summary>
public static class SnsService
{
    internal const string Name = "sns";

    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(Name,
    [
        Operation.Of<CreateTopicRequest, CreateTopicResponse>(
            "CreateTopic", SnsOperations.CreateTopic, (step, request) => step.Settings.Arn(Name, request.Name)),
        Topic<DeleteTopicRequest, DeleteTopicResponse>("DeleteTopic", SnsOperations.DeleteTopic, r => r.TopicArn),
        Operation.Of<ListTopicsRequest, ListTopicsResponse>("ListTopics", SnsOperations.ListTopics),
        Topic<GetTopicAttributesRequest, GetTopicAttributesResponse>(
            "GetTopicAttributes", SnsOperations.GetTopicAttributes, r => r.TopicArn),
        Topic<SetTopicAttributesRequest, SetTopicAttributesResponse>(
            "SetTopicAttributes", SnsOperations.SetTopicAttributes, r => r.TopicArn),
        Topic<TagResourceRequest, TagResourceResponse>("TagResource", SnsOperations.TagResource, r => r.ResourceArn),
        Topic<UntagResourceRequest, UntagResourceResponse>("UntagResource", SnsOperations.UntagResource, r => r.ResourceArn),
        Topic<ListTagsForResourceRequest, ListTagsForResourceResponse>(
            "ListTagsForResource", SnsOperations.ListTagsForResource, r => r.ResourceArn),
        Topic<SubscribeRequest, SubscribeResponse>("Subscribe", SnsOperations.Subscribe, r => r.TopicArn),
        Operation.Of<UnsubscribeRequest, UnsubscribeResponse>("Unsubscribe", SnsOperations.Unsubscribe),
        Operation.Of<GetSubscriptionAttributesRequest, GetSubscriptionAttributesResponse>(
            "GetSubscriptionAttributes", SnsOperations.GetSubscriptionAttributes),
        Operation.Of<SetSubscriptionAttributesRequest, SetSubscriptionAttributesResponse>(
            "SetSubscriptionAttributes", SnsOperations.SetSubscriptionAttributes),
        Operation.Of<ListSubscriptionsRequest, ListSubscriptionsResponse>("ListSubscriptions", SnsOperations.ListSubscriptions),
        Topic<ListSubscriptionsByTopicRequest, ListSubscriptionsByTopicResponse>(
            "ListSubscriptionsByTopic", SnsOperations.ListSubscriptionsByTopic, r => r.TopicArn),
        Topic<PublishRequest, PublishResponse>("Publish", SnsOperations.Publish, r => r.TopicArn ?? r.TargetArn ?? "*"),
        Topic<PublishBatchRequest, PublishBatchResponse>("PublishBatch", SnsOperations.PublishBatch, r => r.TopicArn, "Publish"),
    ])
    {
        ResourceTypes = SnsResources.All,
        Woken = Deliveries.Attempt,
    };

    private static Operation Topic<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string> topic, string? action = null) =>
        Operation.Of(name, method, (_, request) => topic(request), (step, request) => Policies(step, topic(request)), action);

    // The default policy lets the account's alarms in; it gives roles no more than their own policies do.
    private static IReadOnlyList<string> Policies(Step step, string arn) =>
        SnsOperations.FindTopic(step, arn) is { } topic ? [SnsOperations.PolicyOf(step, topic)] : [];
}
