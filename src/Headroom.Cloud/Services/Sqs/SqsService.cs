using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Sqs;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>Amazon Simple Queue Service: standard queues.</summary>
public static class SqsService
{
    internal const string Name = "sqs";

    /// <summary>The room.</summary>
    public static ServiceRoom Room { get; } = new(Name,
    [
        Of<CreateQueueRequest, CreateQueueResponse>("CreateQueue", SqsOperations.CreateQueue, r => r.QueueName),
        Of<DeleteQueueRequest, DeleteQueueResponse>("DeleteQueue", SqsOperations.DeleteQueue, r => r.QueueUrl),
        Of<GetQueueUrlRequest, GetQueueUrlResponse>("GetQueueUrl", SqsOperations.GetQueueUrl, r => r.QueueName),
        Operation.Of<ListQueuesRequest, ListQueuesResponse>("ListQueues", SqsOperations.ListQueues),
        Of<GetQueueAttributesRequest, GetQueueAttributesResponse>("GetQueueAttributes", SqsOperations.GetQueueAttributes, r => r.QueueUrl),
        Of<SetQueueAttributesRequest, SetQueueAttributesResponse>("SetQueueAttributes", SqsOperations.SetQueueAttributes, r => r.QueueUrl),
        Of<ListDeadLetterSourceQueuesRequest, ListDeadLetterSourceQueuesResponse>(
            "ListDeadLetterSourceQueues", SqsOperations.ListDeadLetterSourceQueues, r => r.QueueUrl),
        Of<PurgeQueueRequest, PurgeQueueResponse>("PurgeQueue", SqsOperations.PurgeQueue, r => r.QueueUrl),
        Of<TagQueueRequest, TagQueueResponse>("TagQueue", SqsOperations.TagQueue, r => r.QueueUrl),
        Of<UntagQueueRequest, UntagQueueResponse>("UntagQueue", SqsOperations.UntagQueue, r => r.QueueUrl),
        Of<ListQueueTagsRequest, ListQueueTagsResponse>("ListQueueTags", SqsOperations.ListQueueTags, r => r.QueueUrl),
        Of<SendMessageRequest, SendMessageResponse>("SendMessage", SqsOperations.SendMessage, r => r.QueueUrl),
        Of<SendMessageBatchRequest, SendMessageBatchResponse>(
            "SendMessageBatch", SqsOperations.SendMessageBatch, r => r.QueueUrl, "SendMessage"),
        Of<ReceiveMessageRequest, ReceiveMessageResponse>("ReceiveMessage", SqsOperations.ReceiveMessage, r => r.QueueUrl),
        Of<DeleteMessageRequest, DeleteMessageResponse>("DeleteMessage", SqsOperations.DeleteMessage, r => r.QueueUrl),
        Of<DeleteMessageBatchRequest, DeleteMessageBatchResponse>(
            "DeleteMessageBatch", SqsOperations.DeleteMessageBatch, r => r.QueueUrl, "DeleteMessage"),
        Of<ChangeMessageVisibilityRequest, ChangeMessageVisibilityResponse>(
            "ChangeMessageVisibility", SqsOperations.ChangeMessageVisibility, r => r.QueueUrl),
        Of<ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResponse>(
            "ChangeMessageVisibilityBatch", SqsOperations.ChangeMessageVisibilityBatch, r => r.QueueUrl, "ChangeMessageVisibility"),
    ])
    {
        PageSize = most => SqsRefusals.InvalidParameter($"Value for parameter MaxResults is invalid. Reason: Must be an integer from 1 to {most}."),
        ResourceTypes = SqsResources.All,
        Woken = SqsDynamics.Woken,
        Started = LongPolls.Started,
    };

    private static Operation Of<TRequest, TResponse>(
        string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string> queue, string? action = null) =>
        Operation.Of(
            name,
            method,
            (step, request) => step.Settings.Arn("sqs", SqsOperations.QueueName(queue(request))),
            (step, request) => Policies(step, queue(request)),
            action);

    private static IReadOnlyList<string> Policies(Step step, string queue) =>
        SqsOperations.Find(step, SqsOperations.QueueName(queue))?.Attributes.GetValueOrDefault(QueueAttributes.Policy) is { } policy
            ? [policy]
            : [];
}
