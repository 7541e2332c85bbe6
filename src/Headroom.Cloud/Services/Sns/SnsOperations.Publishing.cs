using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Cloud.Kernel;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Sns;

namespace Headroom.Cloud.Services.Sns;

/// <summary>Publishing: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html.</summary>
internal static partial class SnsOperations
{
    private const int DefaultSize = 256 * 1024;

    internal static Outcome<PublishResponse> Publish(Step step, PublishRequest request)
    {
        if (request.PhoneNumber is not null)
        {
            return SnsRefusals.Invalid("PhoneNumber", "The embedded cloud sends no text messages");
        }

        if ((request.TopicArn ?? request.TargetArn) is not { } arn)
        {
            return SnsRefusals.Invalid("TopicArn or TargetArn", "no value for required parameter");
        }

        if (request.MessageDeduplicationId is not null)
        {
            return SnsRefusals.Invalid(
                "MessageDeduplicationId", "The request includes MessageDeduplicationId parameter that is not valid for this topic type");
        }

        return FindTopic(step, arn) is { } topic
            ? Publish(step, topic, request.Message, request.Subject, request.MessageStructure, request.MessageAttributes)
                .Select(message => new PublishResponse { MessageId = message.Id })
            : SnsRefusals.NoSuchTopic(arn);
    }

    internal static Outcome<PublishBatchResponse> PublishBatch(Step step, PublishBatchRequest request)
    {
        if (FindTopic(step, request.TopicArn) is not { } topic)
        {
            return SnsRefusals.NoTopic;
        }

        var entries = request.PublishBatchRequestEntries;
        if (entries.Count is 0 or > 10)
        {
            return entries.Count == 0
                ? new Refusal("EmptyBatchRequest", "The batch request doesn't contain any entries.")
                : new Refusal("TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
        }

        if (entries.Any(entry => entry.Id.Length is 0 or > 80 || !entry.Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')))
        {
            return new Refusal("InvalidBatchEntryId", "The Id of a batch entry in a batch request doesn't abide by the specification.");
        }

        if (entries.DistinctBy(entry => entry.Id).Count() < entries.Count)
        {
            return new Refusal("BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
        }

        if (entries.Sum(entry => Size(entry.Message, entry.MessageAttributes)) > MaximumSize(topic))
        {
            return new Refusal("BatchRequestTooLong", "The length of all the batch messages put together is more than the limit.");
        }

        var sent = new List<PublishBatchResultEntry>();
        var failed = new List<BatchResultErrorEntry>();
        foreach (var entry in entries)
        {
            switch (Publish(step, topic, entry.Message, entry.Subject, entry.MessageStructure, entry.MessageAttributes))
            {
                case Outcome<PublishedMessage>.Answered answered:
                    sent.Add(new() { Id = entry.Id, MessageId = answered.Response.Id });
                    break;
                case Outcome<PublishedMessage>.Refused { Refusal: var refusal }:
                    failed.Add(new() { Id = entry.Id, Code = refusal.Code, Message = refusal.Message, SenderFault = true });
                    break;
            }
        }

        return new PublishBatchResponse { Successful = sent, Failed = failed };
    }

    private static Outcome<PublishedMessage> Publish(
        Step step,
        StoredTopic topic,
        string text,
        string? subject,
        string? structure,
        IReadOnlyDictionary<string, MessageAttributeValue>? given)
    {
        var attributes = given ?? new Dictionary<string, MessageAttributeValue>();
        if (Fault(topic, text, subject, structure, attributes) is { } fault)
        {
            return fault;
        }

        var message = new PublishedMessage(step.Ids.NextUuid(), topic.Arn, subject, text, attributes, step.Now);
        SnsEvents.Published(step, message);
        foreach (var subscription in SubscriptionsOf(step, topic.Arn))
        {
            var own = structure == "json" ? message with { Text = TextFor(subscription.Protocol, text)! } : message;
            if (MessageFilter.Accepts(subscription, own))
            {
                Deliveries.Begin(step, subscription, own);
            }
        }

        return message;
    }

    private static Refusal? Fault(
        StoredTopic topic,
        string text,
        string? subject,
        string? structure,
        IReadOnlyDictionary<string, MessageAttributeValue> attributes)
    {
        if (text.Length == 0)
        {
            return SnsRefusals.Invalid("Empty message");
        }

        if (subject is { } line && (line.Length is 0 or > 100 || line.Any(char.IsControl)))
        {
            return SnsRefusals.Invalid("Subject");
        }

        if (structure is not null and not "json")
        {
            return SnsRefusals.Invalid("MessageStructure");
        }

        if (structure == "json" && TextFor("default", text) is null)
        {
            return SnsRefusals.Invalid(
                WireJson.ObjectOrNull(text) is null
                    ? "Message Structure - JSON message body failed to parse"
                    : "Message Structure - No default entry in JSON message body");
        }

        if (MessageAttributes.Fault(attributes) is { } fault)
        {
            return fault;
        }

        return Size(text, attributes) > MaximumSize(topic) ? SnsRefusals.Invalid("Message too long") : null;
    }

    private static int Size(string text, IReadOnlyDictionary<string, MessageAttributeValue>? attributes) =>
        Encoding.UTF8.GetByteCount(text) + (attributes ?? new Dictionary<string, MessageAttributeValue>()).Sum(attribute =>
            Encoding.UTF8.GetByteCount($"{attribute.Key}{attribute.Value.DataType}{attribute.Value.StringValue}")
            + (attribute.Value.BinaryValue?.Length ?? 0));

    private static int MaximumSize(StoredTopic topic) =>
        int.TryParse(topic.Attributes.GetValueOrDefault("MaximumMessageSize"), CultureInfo.InvariantCulture, out var size)
            ? size
            : DefaultSize;

    /// <summary>With <c>MessageStructure</c> json: the text for a protocol, else the default one; null where there is none.</summary>
    private static string? TextFor(string protocol, string structured)
    {
        try
        {
            var texts = WireJson.Parse(structured) as JsonObject;
            return (texts?[protocol] ?? texts?["default"]) is JsonValue text && text.TryGetValue<string>(out var value) ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
