using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Headroom.Notifications.Arrival;

/// <summary>The event with which SNS invokes a Lambda function: <c>{"Records":[{"Sns":{…}}]}</c>, one record in practice.</summary>
public static class SnsEvent
{
    /// <summary>Reads the event.</summary>
    /// <param name="utf8Json">The invocation's payload.</param>
    /// <returns>The messages in it, in order; at least one.</returns>
    /// <exception cref="NotAnSnsEventException">It is something else: this function was not invoked by an SNS subscription.</exception>
    public static ImmutableArray<SnsMessage> Read(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            var records = JsonSerializer.Deserialize(utf8Json, SnsEventJson.Default.Envelope)?.Records;
            return records is { Length: > 0 } ? [.. records.Select(ToMessage)] : throw new NotAnSnsEventException("it has no Records");
        }
        catch (JsonException unreadable)
        {
            throw new NotAnSnsEventException(unreadable.Message);
        }
    }

    private static SnsMessage ToMessage(SnsRecord record) => record switch
    {
        { Sns: { MessageId: { } id, TopicArn: { } topic, Message: { } message, Timestamp: { } text } }
            when Instant.TryParse(text, out var at) => new SnsMessage(id, topic, at, message),
        _ => throw new NotAnSnsEventException("a record lacks Sns.MessageId, Sns.TopicArn, Sns.Message or a readable Sns.Timestamp"),
    };

    internal sealed record Envelope(SnsRecord[]? Records);

    internal sealed record SnsRecord(SnsBody? Sns);

    internal sealed record SnsBody(string? MessageId, string? TopicArn, string? Timestamp, string? Message);
}

[JsonSerializable(typeof(SnsEvent.Envelope))]
internal sealed partial class SnsEventJson : JsonSerializerContext;
