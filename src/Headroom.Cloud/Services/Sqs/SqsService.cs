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
        Of<CreateQueueRequest, CreateQueueResponse>("CreateQueue", SqsOperations.CreateQueue, request => request.QueueName),
        Of<DeleteQueueRequest, DeleteQueueResponse>("DeleteQueue", SqsOperations.DeleteQueue, request => request.QueueUrl),
        Of<GetQueueUrlRequest, GetQueueUrlResponse>("GetQueueUrl", SqsOperations.GetQueueUrl, request => request.QueueName),
        Operation.Of<ListQueuesRequest, ListQueuesResponse>("ListQueues", SqsOperations.ListQueues),
        Of<GetQueueAttributesRequest, GetQueueAttributesResponse>("GetQueueAttributes", SqsOperations.GetQueueAttributes, request => request.QueueUrl),
        Of<SetQueueAttributesRequest, SetQueueAttributesResponse>("SetQueueAttributes", SqsOperations.SetQueueAttributes, request => request.QueueUrl),
        Of<ListDeadLetterSourceQueuesRequest, ListDeadLetterSourceQueuesResponse>("ListDeadLetterSourceQueues", SqsOperations.ListDeadLetterSourceQueues, request => request.QueueUrl),
        Of<PurgeQueueRequest, PurgeQueueResponse>("PurgeQueue", SqsOperations.PurgeQueue, request => request.QueueUrl),
        Of<TagQueueRequest, TagQueueResponse>("TagQueue", SqsOperations.TagQueue, request => request.QueueUrl),
        Of<UntagQueueRequest, UntagQueueResponse>("UntagQueue", SqsOperations.UntagQueue, request => request.QueueUrl),
        Of<ListQueueTagsRequest, ListQueueTagsResponse>("ListQueueTags", SqsOperations.ListQueueTags, request => request.QueueUrl),
        Of<SendMessageRequest, SendMessageResponse>("SendMessage", SqsOperations.SendMessage, request => request.QueueUrl),
        Of<SendMessageBatchRequest, SendMessageBatchResponse>("SendMessageBatch", SqsOperations.SendMessageBatch, request => request.QueueUrl, "SendMessage"),
        Of<ReceiveMessageRequest, ReceiveMessageResponse>("ReceiveMessage", SqsOperations.ReceiveMessage, request => request.QueueUrl),
        Of<DeleteMessageRequest, DeleteMessageResponse>("DeleteMessage", SqsOperations.DeleteMessage, request => request.QueueUrl),
        Of<DeleteMessageBatchRequest, DeleteMessageBatchResponse>("DeleteMessageBatch", SqsOperations.DeleteMessageBatch, request => request.QueueUrl, "DeleteMessage"),
        Of<ChangeMessageVisibilityRequest, ChangeMessageVisibilityResponse>("ChangeMessageVisibility", SqsOperations.ChangeMessageVisibility, request => request.QueueUrl),
        Of<ChangeMessageVisibilityBatchRequest, ChangeMessageVisibilityBatchResponse>(
            "ChangeMessageVisibilityBatch", SqsOperations.ChangeMessageVisibilityBatch, request => request.QueueUrl, "ChangeMessageVisibility"),
    ])
    {
        ResourceTypes = SqsResources.All,
        Woken = SqsDynamics.Woken,
        Started = LongPolls.Started,
    };

    private static Operation Of<TRequest, TResponse>(string name, Func<Step, TRequest, Outcome<TResponse>> method, Func<TRequest, string> queue, string? action = null) =>
        Operation.Of(name, method, (step, request) => step.Settings.Arn("sqs", SqsOperations.QueueName(queue(request))), (step, request) => Policies(step, queue(request)), action);

    private static IReadOnlyList<string> Policies(Step step, string queue) =>
        SqsOperations.Find(step, SqsOperations.QueueName(queue))?.Attributes.GetValueOrDefault(QueueAttributes.Policy) is { } policy ? [policy] : [];
}
