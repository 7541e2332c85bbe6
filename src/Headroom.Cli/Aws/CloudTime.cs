using Headroom.Wire.Json;

namespace Headroom.Cli.Aws;

/// <summary>What time it is where the holds are: on AWS as here, in an embedded cloud that runs faster, or goes on from its data, another time.</summary>
internal static class CloudTime
{
    internal static async Task<DateTimeOffset> NowAsync(IAws aws, CancellationToken cancellation) =>
        aws.Endpoint is { } endpoint && await OwnOperations.CallAsync(endpoint, "GetClock", [], cancellation) is { IsRefused: false, Json: var clock }
            ? Instants.Parse((string)clock["Now"]!)
            : TimeProvider.System.GetUtcNow();
}
