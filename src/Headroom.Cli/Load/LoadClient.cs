using System.Text.Json.Nodes;
using Headroom.Cli.Aws;
using Headroom.Cli.Output;

namespace Headroom.Cli.Load;

/// <summary>The load on a service of an embedded cloud.</summary>
internal sealed class LoadClient(Uri endpoint)
{
    /// <summary>Calls <c>PutTraffic</c>, <c>GetTraffic</c> or <c>DeleteTraffic</c>; the answer is the load and what became of it so far.</summary>
    /// <exception cref="CommandFailure">The cloud refused, or is no embedded cloud.</exception>
    internal Task<JsonObject> CallAsync(string operation, JsonObject request, CancellationToken cancellation) =>
        OwnOperations.DemandAsync(endpoint, operation, request, $"{endpoint} is no embedded cloud: load can be set on one only.", cancellation);
}
