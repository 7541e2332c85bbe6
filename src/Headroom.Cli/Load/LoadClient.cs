using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Headroom.Cli.Output;

namespace Headroom.Cli.Load;

/// <summary>The load on a service of an embedded cloud: the one thing for which AWS has no API.</summary>
internal sealed class LoadClient(Uri endpoint)
{
    private static readonly HttpClient Http = new();

    /// <summary>Calls <c>PutTraffic</c>, <c>GetTraffic</c> or <c>DeleteTraffic</c>; the answer is the load and what became of it so far.</summary>
    /// <exception cref="CommandFailure">The cloud refused, or is no embedded cloud.</exception>
    internal async Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken cancellation)
    {
        using var body = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(new Uri(endpoint, $"/_headroom/{operation}"), body, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        if (answer.Content.Headers.ContentType?.MediaType != "application/json" || JsonNode.Parse(text) is not JsonObject json)
        {
            throw new CommandFailure($"{endpoint} is no embedded cloud: load can be set on one only.");
        }

        return answer.IsSuccessStatusCode ? json : throw new CommandFailure($"{operation} was refused: {(string?)json["message"]}");
    }
}
