using System.Text.Json.Nodes;

namespace Headroom.Notifier.Tests;

internal static class SnsEvents
{
    public const string MessageId = "95df01b4-ee98-5cb9-9903-4c221d41eb5e";

    /// <summary>An SNS event as Lambda hands it over, with all its members.</summary>
    public static string Of(string message) => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = "arn:aws:sns:us-east-1:123456789012:customer_topic:21be56ed-a058-49f5-8c98-aedd2564c486",
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = MessageId,
                ["TopicArn"] = "arn:aws:sns:us-east-1:123456789012:customer_topic",
                ["Subject"] = "Test",
                ["Message"] = message,
                ["Timestamp"] = "2026-01-01T12:00:00.000Z",
                ["SignatureVersion"] = "1",
                ["Signature"] = "EXAMPLE",
                ["SigningCertUrl"] = "https://sns.us-east-1.amazonaws.com/cert.pem",
                ["UnsubscribeUrl"] = "https://sns.us-east-1.amazonaws.com/",
                ["MessageAttributes"] = new JsonObject { ["Test"] = new JsonObject { ["Type"] = "String", ["Value"] = "x" } },
            },
        }),
    }.ToJsonString();
}
