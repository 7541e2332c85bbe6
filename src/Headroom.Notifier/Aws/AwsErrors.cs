using System.Text.Json;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifier.Aws;

/// <summary>
/// Errors as the AWS JSON protocols write them: <c>{"__type":"namespace#Code","message":"…"}</c>, or <c>Message</c>, as the service likes.
/// </summary>
internal static class AwsErrors
{
    /// <summary>Reads one; a body that is no such error (a proxy's page, say) becomes <c>Http503</c> and the like.</summary>
    public static AwsReply.Failed Read(int status, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return new AwsReply.Failed(
                status,
                Member(document, "__type")?.Split('#')[^1].Split(':')[0] ?? $"Http{status}",
                Member(document, "message") ?? Member(document, "Message") ?? "");
        }
        catch (JsonException)
        {
            return new AwsReply.Failed(status, $"Http{status}", "the answer is not in AWS's error form");
        }
    }

    private static string? Member(JsonDocument document, string name) =>
        document.RootElement.ValueKind == JsonValueKind.Object &&
        document.RootElement.TryGetProperty(name, out var member) &&
        member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
