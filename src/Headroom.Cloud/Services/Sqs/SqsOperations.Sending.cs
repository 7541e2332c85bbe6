using System.Text;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Sqs;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>Sending: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html.</summary>
internal static partial class SqsOperations
{
    internal static Outcome<SendMessageResponse> SendMessage(Step step, SendMessageRequest request) => Named(step, request.QueueUrl).Then(queue =>
        Send(step, queue, new SendMessageBatchRequestEntry
        {
            Id = "",
            MessageBody = request.MessageBody,
            DelaySeconds = request.DelaySeconds,
            MessageAttributes = request.MessageAttributes,
            MessageSystemAttributes = request.MessageSystemAttributes,
            MessageGroupId = request.MessageGroupId,
            MessageDeduplicationId = request.MessageDeduplicationId,
        }).Select(sent => new SendMessageResponse
        {
            MessageId = sent.MessageId,
            MD5OfMessageBody = sent.MD5OfMessageBody,
            MD5OfMessageAttributes = sent.MD5OfMessageAttributes,
            MD5OfMessageSystemAttributes = sent.MD5OfMessageSystemAttributes,
        }));

    internal static Outcome<SendMessageBatchResponse> SendMessageBatch(Step step, SendMessageBatchRequest request) => Named(step, request.QueueUrl).Then<SendMessageBatchResponse>(queue =>
    {
        if (BatchFault([.. request.Entries.Select(entry => entry.Id)]) is { } fault)
        {
            return fault;
        }

        if (request.Entries.Sum(Size) > QueueSize(queue))
        {
            return new Refusal("BatchRequestTooLong", $"Batch requests cannot be longer than {QueueSize(queue)} bytes.");
        }

        var sent = new List<SendMessageBatchResultEntry>();
        var failed = new List<BatchResultErrorEntry>();
        foreach (var entry in request.Entries)
        {
            switch (Send(step, Find(step, queue.Name)!, entry))
            {
                case Outcome<SendMessageBatchResultEntry>.Answered answered:
                    sent.Add(answered.Response);
                    break;
                case Outcome<SendMessageBatchResultEntry>.Refused refused:
                    failed.Add(Failed(entry.Id, refused.Refusal));
                    break;
            }
        }

        return new SendMessageBatchResponse { Successful = sent, Failed = failed };
    });

    private static Outcome<SendMessageBatchResultEntry> Send(Step step, Queue queue, SendMessageBatchRequestEntry entry)
    {
        if (entry.MessageBody.Length == 0)
        {
            return new Refusal("MissingParameter", "The request must contain the parameter MessageBody.");
        }

        if (entry.MessageBody.EnumerateRunes().Where(rune => !Allowed(rune)).Take(1).ToList() is [var rune])
        {
            return new Refusal(
                "InvalidMessageContents",
                $"Invalid binary character '#x{rune.Value:X}' was found in the message body, the set of allowed characters is "
                + "#x9 | #xA | #xD | [#x20 to #xD7FF] | [#xE000 to #xFFFD] | [#x10000 to #x10FFFF]");
        }

        if (Size(entry) > QueueSize(queue))
        {
            return SqsRefusals.InvalidParameter($"One or more parameters are invalid. Reason: Message must be shorter than {QueueSize(queue)} bytes.");
        }

        if (entry.DelaySeconds is < 0 or > 900)
        {
            return SqsRefusals.Invalid("DelaySeconds", entry.DelaySeconds, "DelaySeconds must be >= 0 and <= 900.");
        }

        if (entry.MessageDeduplicationId is not null)
        {
            return SqsRefusals.InvalidParameter(
                "The request include parameter that is not valid for this queue type. "
                + "Reason: MessageDeduplicationId is only valid for FIFO queues.");
        }

        var attributes = entry.MessageAttributes ?? new Dictionary<string, MessageAttributeValue>();
        if (attributes.Count > 10)
        {
            return SqsRefusals.InvalidParameter($"Number of message attributes [{attributes.Count}] exceeds the allowed maximum [10].");
        }

        var delay = entry.DelaySeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : queue.Seconds(QueueAttributes.DelaySeconds);
        var system = entry.MessageSystemAttributes ?? new Dictionary<string, MessageSystemAttributeValue>();
        var message = new QueuedMessage(
            step.Ids.NextUuid(),
            0,
            entry.MessageBody,
            attributes,
            system,
            step.Caller.Principal.Arn,
            step.Now,
            step.Now + delay,
            0);
        Messages.Append(step, queue, message);
        SqsEvents.Sent(step, queue, message);
        return new SendMessageBatchResultEntry
        {
            Id = entry.Id,
            MessageId = message.Id,
            MD5OfMessageBody = MessageDigests.OfBody(message.Body),
            MD5OfMessageAttributes = MessageDigests.OfAttributes(attributes),
            MD5OfMessageSystemAttributes = MessageDigests.OfAttributes(system),
        };
    }

    private static Refusal? BatchFault(IReadOnlyList<string> ids) => ids.Count switch
    {
        0 => new("EmptyBatchRequest", "There should be at least one entry in the request."),
        > 10 => new("TooManyEntriesInBatchRequest", $"Maximum number of entries per request are 10. You have sent {ids.Count}."),
        _ => ids.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? new("BatchEntryIdsNotDistinct", $"Id {twice.Key} repeated.")
            : ids.All(IsEntryId) ? null
            : new(
                "InvalidBatchEntryId",
                "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long."),
    };

    private static bool IsEntryId(string id) => id.Length is > 0 and <= 80 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static BatchResultErrorEntry Failed(string id, Refusal refusal) =>
        new() { Id = id, Code = refusal.Code, Message = refusal.Message, SenderFault = true };

    private static int QueueSize(Queue queue) =>
        int.Parse(queue.Attributes[QueueAttributes.MaximumSize], System.Globalization.CultureInfo.InvariantCulture);

    private static int Size(SendMessageBatchRequestEntry entry) =>
        Encoding.UTF8.GetByteCount(entry.MessageBody) + (entry.MessageAttributes ?? new Dictionary<string, MessageAttributeValue>()).Sum(attribute =>
            Encoding.UTF8.GetByteCount(attribute.Key + attribute.Value.DataType + attribute.Value.StringValue) + (attribute.Value.BinaryValue?.Length ?? 0));

    private static bool Allowed(Rune rune) => rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xFFFD) or >= 0x10000;
}
