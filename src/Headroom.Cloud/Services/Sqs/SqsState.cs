using Headroom.Cloud.Store;
using Headroom.Wire.Shapes.Sqs;

namespace Headroom.Cloud.Services.Sqs;

/// <summary>The tables of the room.</summary>
internal static class SqsState
{
    /// <summary>By name.</summary>
    internal static readonly TableName<Queue> Queues = new("sqs/queues");

    /// <summary>By <see cref="MessageKey"/>: in the order in which they were sent.</summary>
    internal static readonly TableName<QueuedMessage> Messages = new("sqs/messages");

    /// <summary>Long polls by <see cref="WaiterKey"/>, in the order in which they began. They live as long as their connections.</summary>
    internal static readonly TableName<Waiter> Waiters = new("sqs/waiters");

    internal static string MessageKey(string queue, long sequence) => $"{queue}\n{sequence:d16}";

    internal static string WaiterKey(string queue, long sequence) => $"{queue}\n{sequence:d16}";
}

/// <summary>A standard queue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Attributes">The attributes that can be set, each with its value or default.</param>
/// <param name="Tags">The tags.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ModifiedAt">When its attributes were last set.</param>
/// <param name="Sequence">Counts messages and long polls, so that the first comes first.</param>
internal sealed record Queue(
    string Name,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyDictionary<string, string> Tags,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt,
    long Sequence)
{
    internal string Arn(CloudSettings settings) => settings.Arn("sqs", Name);

    internal string Url(CloudSettings settings) => $"{settings.Endpoint}/{settings.AccountId}/{Name}";

    internal TimeSpan Seconds(string attribute) =>
        TimeSpan.FromSeconds(int.Parse(Attributes[attribute], System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>A message in a queue.</summary>
/// <param name="Id">A UUID; a message keeps it when it moves to a dead-letter queue.</param>
/// <param name="Sequence">Its place in the queue.</param>
/// <param name="Body">The text.</param>
/// <param name="Attributes">Message attributes.</param>
/// <param name="SystemAttributes">System attributes given by the sender (<c>AWSTraceHeader</c>).</param>
/// <param name="SenderId">Who sent it.</param>
/// <param name="SentAt">When it was sent: its retention counts from here.</param>
/// <param name="VisibleAt">From when on it can be received.</param>
/// <param name="ReceiveCount">How often it was received.</param>
internal sealed record QueuedMessage(
    string Id,
    long Sequence,
    string Body,
    IReadOnlyDictionary<string, MessageAttributeValue> Attributes,
    IReadOnlyDictionary<string, MessageSystemAttributeValue> SystemAttributes,
    string SenderId,
    DateTimeOffset SentAt,
    DateTimeOffset VisibleAt,
    int ReceiveCount)
{
    /// <summary>When it was received first.</summary>
    public DateTimeOffset? FirstReceivedAt { get; init; }

    /// <summary>Part of the receipt handle of its last receipt.</summary>
    public string? Receipt { get; init; }

    /// <summary>The queue it was moved from, as an ARN.</summary>
    public string? DeadLetterSource { get; init; }
}

/// <summary>A client that waits for messages.</summary>
internal sealed record Waiter(string Queue, long Sequence, string Ticket, ReceiveMessageRequest Request);
