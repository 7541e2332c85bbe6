using System.Globalization;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.Sqs;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>
/// Takes messages out for a receiver: the oldest visible ones, hidden from others for the visibility timeout; one that was
/// received as often as the redrive policy allows goes to the dead-letter queue instead.
/// </summary>
internal static class Receiving
{
    internal static IReadOnlyList<Message> Take(Step step, Queue queue, ReceiveMessageRequest request)
    {
        var timeout = request.VisibilityTimeout is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : queue.Seconds(QueueAttributes.VisibilityTimeout);
        var redrive = SqsOperations.RedriveOf(queue);
        var taken = new List<Message>();
        foreach (var message in Messages.Kept(step, queue).Where(message => message.VisibleAt <= step.Now))
        {
            if (taken.Count == (request.MaxNumberOfMessages ?? 1))
            {
                break;
            }

            if (redrive is not null && message.ReceiveCount >= redrive.MaxReceiveCount && redrive.Target(step) is { } deadLetters)
            {
                Messages.Remove(step, queue, message);
                Messages.Append(
                    step,
                    deadLetters,
                    message with { ReceiveCount = 0, FirstReceivedAt = null, Receipt = null, DeadLetterSource = queue.Arn(step.Settings) });
                SqsEvents.MovedToDeadLetters(step, queue, deadLetters, message);
                continue;
            }

            var received = message with
            {
                VisibleAt = step.Now + timeout,
                ReceiveCount = message.ReceiveCount + 1,
                FirstReceivedAt = message.FirstReceivedAt ?? step.Now,
                Receipt = step.Ids.NextHex(16),
            };
            Messages.Put(step, queue, received);
            taken.Add(Shown(queue, received, request));
        }

        return taken;
    }

    /// <summary>SQS leaves the list out where it is empty.</summary>
    internal static ReceiveMessageResponse Response(IReadOnlyList<Message> received) =>
        new() { Messages = received.Count > 0 ? received : null };

    private static Message Shown(Queue queue, QueuedMessage message, ReceiveMessageRequest request)
    {
        var asked = (request.AttributeNames ?? []).Concat(request.MessageSystemAttributeNames ?? []).ToList();
        var system = System(message).Where(attribute => Wanted(asked, attribute.Key)).ToDictionary();
        var attributes = message.Attributes.Where(attribute => Wanted(request.MessageAttributeNames, attribute.Key)).ToDictionary();
        return new()
        {
            MessageId = message.Id,
            ReceiptHandle = Receipts.Handle(queue, message),
            MD5OfBody = MessageDigests.OfBody(message.Body),
            Body = message.Body,
            Attributes = system.Count > 0 ? system : null,
            MessageAttributes = attributes.Count > 0 ? attributes : null,
            MD5OfMessageAttributes = MessageDigests.OfAttributes(attributes),
        };
    }

    private static Dictionary<string, string> System(QueuedMessage message)
    {
        var attributes = new Dictionary<string, string>
        {
            ["SenderId"] = message.SenderId,
            ["SentTimestamp"] = Epoch(message.SentAt),
            ["ApproximateReceiveCount"] = message.ReceiveCount.ToString(CultureInfo.InvariantCulture),
            ["ApproximateFirstReceiveTimestamp"] = Epoch(message.FirstReceivedAt!.Value),
        };
        if (message.DeadLetterSource is { } source)
        {
            attributes["DeadLetterQueueSourceArn"] = source;
        }

        foreach (var (name, value) in message.SystemAttributes)
        {
            attributes[name] = value.StringValue ?? "";
        }

        return attributes;
    }

    // Names may be All, or for message attributes a prefix with .*
    private static bool Wanted(IReadOnlyList<string>? names, string name) =>
        names?.Any(wanted => wanted == "All"
            || wanted == name
            || (wanted.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(wanted[..^2], StringComparison.Ordinal))) is true;

    private static string Epoch(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
