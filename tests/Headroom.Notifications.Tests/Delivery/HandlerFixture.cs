using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Headroom.Notifications.Configuration;
using Headroom.Notifications.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Headroom.Notifications.Tests.Delivery;

/// <summary>A handler with a fake AWS and a clock that the test moves.</summary>
internal sealed class HandlerFixture
{
    public const string MessageId = "95df01b4-ee98-5cb9-9903-4c221d41eb5e";
    public const string TopicArn = "arn:aws:sns:us-east-1:123456789012:customer_topic";
    public static readonly DateTimeOffset PublishedAt = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan FunctionTimeout = TimeSpan.FromSeconds(30);
    private readonly ConcurrentQueue<string> lines = new();

    public FakeAws Aws { get; } = new();

    public FakeTimeProvider Time { get; } = new(PublishedAt.AddSeconds(1));

    public double Jitter { get; set; } = 0.5;

    public NotifierSettings Settings { get; set; } = new(
        new CoveredServices.Listed([new("shop", "checkout"), new("shop", "search")]),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromHours(6),
        "arn:aws:states:us-east-1:123456789012:stateMachine:hold",
        "https://sqs.us-east-1.amazonaws.com/123456789012/refused",
        "Headroom",
        "notifier");

    public IEnumerable<JsonNode> Log => lines.Select(line => JsonNode.Parse(line)!);

    /// <summary>The metrics counted so far, as <c>Accepted,Refused,Late</c>, one entry for each message.</summary>
    public IEnumerable<string> Metrics => Log
        .Where(line => line["_aws"] is not null)
        .Select(line => $"{line["Accepted"]},{line["Refused"]},{line["Late"]}");

    public static string Record(string message, string messageId = MessageId) => new JsonObject
    {
        ["EventSource"] = "aws:sns",
        ["EventVersion"] = "1.0",
        ["EventSubscriptionArn"] = TopicArn + ":1",
        ["Sns"] = new JsonObject
        {
            ["Type"] = "Notification",
            ["MessageId"] = messageId,
            ["TopicArn"] = TopicArn,
            ["Subject"] = null,
            ["Message"] = message,
            ["Timestamp"] = "2026-01-01T12:00:00.000Z",
            ["MessageAttributes"] = new JsonObject(),
        },
    }.ToJsonString();

    public Task<JsonNode> PublishAsync(params string[] messages)
    {
        var records = messages.Select((message, i) => Record(message, i == 0 ? MessageId : $"{MessageId}{i}"));
        return InvokeAsync($$"""{"Records":[{{string.Join(',', records)}}]}""");
    }

    /// <summary>Invokes the handler, and moves the clock for as long as it waits.</summary>
    /// <remarks>On the thread pool, where no synchronization context lets the clock run ahead of what it wakes.</remarks>
    public Task<JsonNode> InvokeAsync(string payload) => Task.Run(async () =>
    {
        var handler = new NotificationHandler(Settings, Aws, Time, () => Jitter, lines.Enqueue);
        var deadline = Time.GetUtcNow() + FunctionTimeout;
        var handling = handler.HandleAsync(Encoding.UTF8.GetBytes(payload), deadline);
        while (!handling.IsCompleted && Time.GetUtcNow() < deadline)
        {
            Time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return JsonNode.Parse(await handling.WaitAsync(TimeSpan.FromSeconds(30)))!;
    });

    public async Task<string> FailureOfAsync(params string[] messages) =>
        (await Should.ThrowAsync<NotificationNotDeliveredException>(() => PublishAsync(messages))).Message;
}
