using System.Text.Json.Nodes;
using Headroom.Cli.Aws;

namespace Headroom.Cli.Holds;

/// <summary>A published notification.</summary>
internal sealed record Publication(string TopicArn, string MessageId, string Message)
{
    internal static async Task<Publication> SendAsync(IAws aws, string topicArn, string message, CancellationToken cancellation)
    {
        var answer = await aws.CallAsync("sns", "Publish", new() { ["TopicArn"] = topicArn, ["Message"] = message }, cancellation);
        return new(topicArn, (string)answer["MessageId"]!, message);
    }

    internal void Show(bool json) => Console.WriteLine(json
        ? new JsonObject { ["topicArn"] = TopicArn, ["messageId"] = MessageId, ["message"] = Message }.ToJsonString()
        : $"Published {MessageId} to {TopicArn}: {Message}");
}
