using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Sqs;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>Queues: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html and its neighbours.</summary>
internal static partial class SqsOperations
{
    /// <summary>New: made. There with the same attributes: answered as if new. There with other attributes: refused.</summary>
    internal static Outcome<CreateQueueResponse> CreateQueue(Step step, CreateQueueRequest request)
    {
        if (request.QueueName.EndsWith(".fifo", StringComparison.Ordinal))
        {
            return SqsRefusals.InvalidParameter("The embedded cloud has standard queues only, no FIFO queues.");
        }

        if (request.QueueName.Length is 0 or > 80 || !request.QueueName.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'))
        {
            return SqsRefusals.InvalidParameter("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }

        var present = Find(step, request.QueueName);
        return QueueAttributes.Set(step, present?.Attributes ?? QueueAttributes.Defaults, request.Attributes).Then<CreateQueueResponse>(attributes =>
        {
            if (present is not null && attributes.Values.Any(attribute => present.Attributes.GetValueOrDefault(attribute.Key) != attribute.Value))
            {
                return new Refusal("QueueNameExists", "A queue already exists with the same name and a different value for an attribute.");
            }

            var queue = present ?? new Queue(
                request.QueueName,
                attributes.Values,
                request.Tags ?? new Dictionary<string, string>(),
                step.Now,
                step.Now,
                0);
            Put(step, queue);
            return new CreateQueueResponse { QueueUrl = queue.Url(step.Settings) };
        });
    }

    internal static Outcome<GetQueueUrlResponse> GetQueueUrl(Step step, GetQueueUrlRequest request) =>
        Find(step, request.QueueName) is { } queue ? new GetQueueUrlResponse { QueueUrl = queue.Url(step.Settings) } : SqsRefusals.NoQueue;

    internal static Outcome<ListQueuesResponse> ListQueues(Step step, ListQueuesRequest request)
    {
        var limit = Page.Size(request.MaxResults, byDefault: 1000, most: 1000);
        var page = step.Table(SqsState.Queues).Page(request.QueueNamePrefix ?? "", request.NextToken, limit + 1);
        return new ListQueuesResponse
        {
            QueueUrls = [.. page.Take(limit).Select(entry => entry.Value.Url(step.Settings))],
            NextToken = page.Count > limit ? page[limit - 1].Key : null,
        };
    }

    internal static Outcome<DeleteQueueResponse> DeleteQueue(Step step, DeleteQueueRequest request) => Named(step, request.QueueUrl).Select(queue =>
    {
        Empty(step, queue);
        step.Table(SqsState.Queues).Remove(queue.Name);
        LongPolls.Refuse(step, queue, SqsRefusals.NoQueue);
        return new DeleteQueueResponse();
    });

    internal static Outcome<PurgeQueueResponse> PurgeQueue(Step step, PurgeQueueRequest request) => Named(step, request.QueueUrl).Select(queue =>
    {
        Empty(step, queue);
        return new PurgeQueueResponse();
    });

    internal static Outcome<SetQueueAttributesResponse> SetQueueAttributes(Step step, SetQueueAttributesRequest request) =>
        Named(step, request.QueueUrl).Then(queue => QueueAttributes.Set(step, queue.Attributes, request.Attributes).Select(attributes =>
        {
            Put(step, queue with { Attributes = attributes.Values, ModifiedAt = step.Now });
            return new SetQueueAttributesResponse();
        }));

    internal static Outcome<GetQueueAttributesResponse> GetQueueAttributes(Step step, GetQueueAttributesRequest request) =>
        Named(step, request.QueueUrl).Select(queue =>
        {
            var shown = Shown(step, queue);
            var wanted = request.AttributeNames ?? [];
            return new GetQueueAttributesResponse
            {
                Attributes = wanted.Count == 0 ? null : shown.Where(attribute => wanted.Contains("All") || wanted.Contains(attribute.Key)).ToDictionary(),
            };
        });

    internal static Outcome<ListDeadLetterSourceQueuesResponse> ListDeadLetterSourceQueues(Step step, ListDeadLetterSourceQueuesRequest request) =>
        Named(step, request.QueueUrl).Select(queue => new ListDeadLetterSourceQueuesResponse
        {
            QueueUrls = [.. step.Table(SqsState.Queues).All
                .Where(source => RedriveOf(source)?.Target(step)?.Name == queue.Name)
                .Select(source => source.Url(step.Settings))],
        });

    internal static Outcome<TagQueueResponse> TagQueue(Step step, TagQueueRequest request) => Named(step, request.QueueUrl).Select(queue =>
    {
        Put(
            step,
            queue with { Tags = queue.Tags.With(request.Tags) });
        return new TagQueueResponse();
    });

    internal static Outcome<UntagQueueResponse> UntagQueue(Step step, UntagQueueRequest request) => Named(step, request.QueueUrl).Select(queue =>
    {
        Put(step, queue with { Tags = queue.Tags.Without(request.TagKeys) });
        return new UntagQueueResponse();
    });

    internal static Outcome<ListQueueTagsResponse> ListQueueTags(Step step, ListQueueTagsRequest request) =>
        Named(step, request.QueueUrl).Select(queue => new ListQueueTagsResponse { Tags = queue.Tags.Count > 0 ? queue.Tags : null });

    internal static Redrive? RedriveOf(Queue queue) =>
        queue.Attributes.GetValueOrDefault(QueueAttributes.RedrivePolicy) is { } policy ? Redrive.Parse(policy) : null;

    internal static Queue? Find(Step step, string name) => step.Table(SqsState.Queues).Find(name);

    internal static void Put(Step step, Queue queue) => step.Table(SqsState.Queues).Put(queue.Name, queue);

    /// <summary>The queue that a URL names: by its last part, whatever host the client knows the cloud by. A bare name does as well.</summary>
    internal static string QueueName(string url) => url[(url.LastIndexOf('/') + 1)..];

    private static Outcome<Queue> Named(Step step, string url) => Find(step, QueueName(url)) is { } queue ? queue : SqsRefusals.NoQueue;

    private static void Empty(Step step, Queue queue)
    {
        foreach (var message in step.Table(SqsState.Messages).WithPrefix($"{queue.Name}\n"))
        {
            step.Table(SqsState.Messages).Remove(SqsState.MessageKey(queue.Name, message.Sequence));
        }
    }

    private static Dictionary<string, string> Shown(Step step, Queue queue)
    {
        var counts = Messages.Count(step, queue);
        return new(queue.Attributes)
        {
            ["QueueArn"] = queue.Arn(step.Settings),
            ["CreatedTimestamp"] = Epoch(queue.CreatedAt),
            ["LastModifiedTimestamp"] = Epoch(queue.ModifiedAt),
            ["ApproximateNumberOfMessages"] = Text(counts.Visible),
            ["ApproximateNumberOfMessagesDelayed"] = Text(counts.Delayed),
            ["ApproximateNumberOfMessagesNotVisible"] = Text(counts.InFlight),
        };
    }

    private static string Epoch(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
