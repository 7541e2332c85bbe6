using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Headroom.Cli.Aws;

/// <summary>Answers that come in pages.</summary>
internal static class Pages
{
    /// <summary>Calls an operation until it has no more.</summary>
    /// <param name="aws">Where.</param>
    /// <param name="service">The service.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request for the first page.</param>
    /// <param name="next">The answer's member that says where the next page begins.</param>
    /// <param name="start">The request's member that takes it; null where it has the same name.</param>
    /// <param name="cancellation">Ends the calls.</param>
    /// <exception cref="AwsRefusal">The service refused.</exception>
    internal static async IAsyncEnumerable<JsonObject> PagesAsync(
        this IAws aws, string service, string operation, JsonObject request, string next, string? start = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var page = await aws.CallAsync(service, operation, request, cancellation);
        yield return page;
        while (page[next] is { } further and not JsonObject { Count: 0 })
        {
            var wanted = request.DeepClone().AsObject();
            wanted[start ?? next] = further.DeepClone();
            page = await aws.CallAsync(service, operation, wanted, cancellation);
            yield return page;
        }
    }
}
