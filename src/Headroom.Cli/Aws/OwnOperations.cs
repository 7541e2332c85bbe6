using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cli.Output;

namespace Headroom.Cli.Aws;

/// <summary>What an embedded cloud is asked under <c>/_headroom/</c>, because AWS has no API for it.</summary>
internal static class OwnOperations
{
    private static readonly HttpClient Http = new();

    /// <summary>Calls one of them that only an embedded cloud can answer.</summary>
    /// <exception cref="CommandFailure">The cloud refused, or is no embedded cloud: <paramref name="elsewhere"/> says what that means.</exception>
    internal static async Task<JsonObject> DemandAsync(Uri endpoint, string operation, JsonObject request, string elsewhere, CancellationToken cancellation) =>
        await CallAsync(endpoint, operation, request, cancellation) switch
        {
            (IsRefused: false, var answer) => answer,
            (IsRefused: true, var refusal) => throw new CommandFailure($"{operation} was refused: {(string?)refusal["message"]}"),
            null => throw new CommandFailure(elsewhere),
        };

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
