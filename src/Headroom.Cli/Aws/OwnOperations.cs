using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;

namespace Headroom.Cli.Aws;

/// <summary>What an embedded cloud is asked under <c>/_headroom/</c>, because AWS has no API for it.</summary>
internal static class OwnOperations
{
    private static readonly HttpClient Http = new();

    /// <summary>Calls one of them.</summary>
    /// <returns>The answer or the refusal; null where the endpoint is no embedded cloud.</returns>
    internal static async Task<(bool IsRefused, JsonObject Json)?> CallAsync(Uri endpoint, string operation, JsonObject request, CancellationToken cancellation)
    {
        using var body = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(new Uri(endpoint, $"/_headroom/{operation}"), body, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.Content.Headers.ContentType?.MediaType == "application/json" && JsonNode.Parse(text) is JsonObject json
            ? (!answer.IsSuccessStatusCode, json)
            : null;
    }
}
