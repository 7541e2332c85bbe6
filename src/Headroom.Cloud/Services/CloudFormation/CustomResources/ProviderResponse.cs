using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Json;

namespace Headroom.Cloud.Services.CloudFormation.CustomResources;

/// <summary>What a provider answers.</summary>
internal static class ProviderResponse
{
    private const int Longest = 4096;

    internal static ResourceProgress Progress(ResourceRequest request, byte[] body)
    {
        if (body.Length > Longest)
        {
            return new ResourceProgress.Failed("Response object is too long.");
        }

        if (WireJson.ObjectOrNull(body) is not { } response)
        {
            return new ResourceProgress.Failed("Invalid Response object: it is no JSON object.");
        }

        if (Text(response, "Status") is var status && status != "SUCCESS")
        {
            var reason = Text(response, "Reason") is { Length: > 0 } given ? given : "See the details in CloudWatch Log Stream";
            return new ResourceProgress.Failed(status == "FAILED"
                ? $"Received response status [FAILED] from custom resource. Message returned: {reason} (RequestId: {request.ClientToken})"
                : "Invalid Response object: Value of property Status must be SUCCESS or FAILED.");
        }

        return Text(response, "PhysicalResourceId") is { Length: > 0 } id
            ? new ResourceProgress.Done(id, Data(response))
            : new ResourceProgress.Failed("Invalid PhysicalResourceId");
    }

    private static Dictionary<string, JsonNode?> Data(JsonObject response) =>
        (response["Data"] as JsonObject ?? []).ToDictionary(entry => entry.Key, entry => entry.Value?.DeepClone());

    private static string? Text(JsonObject response, string name) => response[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? (string?)value : null;
}
