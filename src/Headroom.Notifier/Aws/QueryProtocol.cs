using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Headroom.Notifications.Delivery;

namespace Headroom.Notifier.Aws;

/// <summary>
/// The AWS query protocol, as far as it is needed: requests whose members are texts
/// (<see href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html"/>).
/// </summary>
/// <param name="Version">The API's version, a date.</param>
internal sealed record QueryProtocol(string Version) : IAwsProtocol
{
    public string ContentType => "application/x-www-form-urlencoded";

    public string? Target(string operation) => null;

    public byte[] Body(string operation, string json)
    {
        using var request = JsonDocument.Parse(json);
        var members = request.RootElement.EnumerateObject().Select(member => $"&{member.Name}={Uri.EscapeDataString(member.Value.GetString()!)}");
        return Encoding.UTF8.GetBytes($"Action={operation}&Version={Version}{string.Concat(members)}");
    }

    /// <summary>Lists, elements named <c>member</c>, become arrays; every value is a text.</summary>
    public string Answer(string body) => Json(XElement.Parse(body).Elements().First()).ToJsonString();

    public AwsReply.Failed Error(int status, string body)
    {
        try
        {
            var error = XElement.Parse(body).Elements().FirstOrDefault(element => element.Name.LocalName == "Error");
            return new AwsReply.Failed(status, Member(error, "Code") ?? $"Http{status}", Member(error, "Message") ?? "");
        }
        catch (XmlException)
        {
            return new AwsReply.Failed(status, $"Http{status}", "the answer is not in AWS's error form");
        }
    }

    private static JsonNode Json(XElement element) => element switch
    {
        { HasElements: false } => JsonValue.Create(element.Value)!,
        _ when element.Elements().All(child => child.Name.LocalName == "member") => new JsonArray([.. element.Elements().Select(Json)]),
        _ => new JsonObject(element.Elements().Select(child => KeyValuePair.Create(child.Name.LocalName, (JsonNode?)Json(child)))),
    };

    private static string? Member(XElement? error, string name) => error?.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
}
