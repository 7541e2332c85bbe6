using System.Text;
using System.Text.Json;
using Headroom.Notifications.Arrival;
using Headroom.Notifications.Configuration;

namespace Headroom.Notifications.Delivery;

/// <summary>Puts a refused message on the dead-letter queue, with the reason: Lambda's own retries would only refuse it again.</summary>
internal sealed class RefusedMessages(NotifierSettings settings, PatientCalls calls)
{
    /// <summary>Sends it; null when it is there, else why not.</summary>
    public async Task<AwsReply.Failed?> SendAsync(SnsMessage message, string line)
    {
        var attributes = new Dictionary<string, MessageAttribute>
        {
            ["Reason"] = new("String", Allowed(line)),
            ["MessageId"] = new("String", Allowed(message.MessageId)),
            ["TopicArn"] = new("String", Allowed(message.TopicArn)),
        };
        var request = new SendMessageRequest(settings.DeadLetterQueueUrl, Allowed(message.Message), attributes);
        var json = JsonSerializer.Serialize(request, AwsJson.Pascal.SendMessageRequest);
        return await calls.CallAsync("sqs", "SendMessage", json) as AwsReply.Failed;
    }

    /// <summary>
    /// SQS refuses some control characters, and these may be just why the message was refused: each becomes U+FFFD.
    /// <see href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html"/>
    /// </summary>
    private static string Allowed(string text)
    {
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            allowed.Append((IsAllowed(rune.Value) ? rune : Rune.ReplacementChar).ToString());
        }

        return allowed.ToString();
    }

    private static bool IsAllowed(int character) =>
        character is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;
}
