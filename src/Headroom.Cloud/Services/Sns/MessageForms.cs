using System.Text.Json.Nodes;
using Headroom.Wire.Json;
using Headroom.Wire.Shapes.Sns;

namespace Headroom.Cloud.Services.Sns;

/// <summary>
/// The forms in which messages arrive: the event of a function (https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html), the
/// body of a queue's message (https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html), or raw.
/// </summary>
internal static class MessageForms
{
    // Nobody signs in the embedded cloud: the member is there, and verifies against nothing.
    private const string Signature = "RU1CRURERUQtQ0xPVUQ=";

    internal static string LambdaEvent(CloudSettings settings, StoredSubscription subscription, PublishedMessage message) => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = subscription.Arn,
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = message.Id,
                ["TopicArn"] = message.TopicArn,
                ["Subject"] = message.Subject,
                ["Message"] = message.Text,
                ["Timestamp"] = Instants.Canonical(message.PublishedAt),
                ["SignatureVersion"] = "1",
                ["Signature"] = Signature,
                ["SigningCertUrl"] = SigningCertificate(settings),
                ["UnsubscribeUrl"] = UnsubscribeLink(settings, subscription),
                ["MessageAttributes"] = Attributes(message),
            },
        }),
    }.ToJsonString(WireJson.Options);

    internal static JsonObject QueueMessage(CloudSettings settings, StoredSubscription subscription, PublishedMessage message, string queueArn)
    {
        _ = Arn.TryParse(queueArn, out var queue);
        var request = new JsonObject
        {
            ["QueueUrl"] = $"{settings.Endpoint}/{queue?.AccountId}/{queue?.Resource}",
            ["MessageBody"] = subscription.IsRaw ? message.Text : Notification(settings, subscription, message),
        };
        if (subscription.IsRaw)
        {
            request["MessageAttributes"] = new JsonObject(message.Attributes.Select(attribute =>
                KeyValuePair.Create(attribute.Key, (JsonNode?)WireJson.ToJson(attribute.Value))));
        }

        return request;
    }

    private static string Notification(CloudSettings settings, StoredSubscription subscription, PublishedMessage message)
    {
        var body = new JsonObject { ["Type"] = "Notification", ["MessageId"] = message.Id, ["TopicArn"] = message.TopicArn };
        if (message.Subject is { } subject)
        {
            body["Subject"] = subject;
        }

        body["Message"] = message.Text;
        body["Timestamp"] = Instants.Canonical(message.PublishedAt);
        body["SignatureVersion"] = "1";
        body["Signature"] = Signature;
        body["SigningCertURL"] = SigningCertificate(settings);
        body["UnsubscribeURL"] = UnsubscribeLink(settings, subscription);
        if (message.Attributes.Count > 0)
        {
            body["MessageAttributes"] = Attributes(message);
        }

        return body.ToJsonString(WireJson.Options);
    }

    private static JsonObject Attributes(PublishedMessage message) => new(message.Attributes.Select(attribute =>
        KeyValuePair.Create(attribute.Key, (JsonNode?)new JsonObject { ["Type"] = attribute.Value.DataType, ["Value"] = Value(attribute.Value) })));

    private static string Value(MessageAttributeValue attribute) =>
        attribute.BinaryValue is { } bytes ? Convert.ToBase64String(bytes) : attribute.StringValue ?? "";

    private static string SigningCertificate(CloudSettings settings) => $"{settings.Endpoint}/SimpleNotificationService.pem";

    private static string UnsubscribeLink(CloudSettings settings, StoredSubscription subscription) =>
        $"{settings.Endpoint}/?Action=Unsubscribe&SubscriptionArn={subscription.Arn}";
}
