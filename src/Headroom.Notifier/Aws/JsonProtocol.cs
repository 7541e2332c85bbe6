using System.Text;
using System.Text.Json;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifier.Aws;

/// <summary>
/// The AWS JSON protocols (<see href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html"/>). Errors are
/// <c>{"__type":"namespace#Code","message":"…"}</c>, or <c>Message</c>, as the service likes.
/// </summary>
/// <param name="TargetPrefix">What stands before the operation in <c>X-Amz-Target</c>.</param>
/// <param name="Version">The protocol's version.</param>
internal sealed record JsonProtocol(string TargetPrefix, string Version) : IAwsProtocol
{
    public string ContentType => $"application/x-amz-json-{Version}";

    public string Target(string operation) => $"{TargetPrefix}.{operation}";

    public byte[] Body(string operation, string json) => Encoding.UTF8.GetBytes(json);

    public string Answer(string body) => body;

    public AwsReply.Failed Error(int status, string body)
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
