using System.Text.Json.Nodes;

namespace Headroom.Cli.Tests.Holds;

/// <summary>What SNS hands to a Lambda function (https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html).</summary>
internal static class SnsEvent
{
    public static JsonObject Of(string topicArn, string messageId, string timestamp, string message) => new()
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = $"{topicArn}:00000000-0000-0000-0000-000000000000",
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = messageId,
                ["TopicArn"] = topicArn,
                ["Subject"] = null,
                ["Message"] = message,
                ["Timestamp"] = timestamp,
                ["MessageAttributes"] = new JsonObject(),
            },
        }),
    };
}
