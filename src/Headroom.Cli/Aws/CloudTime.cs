using Headroom.Cli.Output;
using Headroom.Wire.Json;

namespace Headroom.Cli.Aws;

/// <summary>What time it is where the holds are: on AWS as here, in an embedded cloud that runs faster, or goes on from its data, another time.</summary>
internal static class CloudTime
{
    /// <summary>A request for more would be answered later than HTTP clients wait.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromHours(1);

    internal static async Task<DateTimeOffset> NowAsync(IAws aws, CancellationToken cancellation) =>
        aws.Endpoint is { } endpoint && await OwnOperations.CallAsync(endpoint, "GetClock", [], cancellation) is { IsRefused: false, Json: var clock }
            ? Instants.Parse((string)clock["Now"]!)
            : TimeProvider.System.GetUtcNow();

    /// <summary>Lets an embedded cloud go on from a time to another without waiting for it; everything on the way happens, in order.</summary>
    /// <returns>The time then: at the least that.</returns>
    /// <exception cref="CommandFailure">The cloud refused, or is no embedded cloud.</exception>
    internal static async Task<DateTimeOffset> ForwardAsync(IAws aws, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var now = from;
        while (now < to)
        {
            now = await StepAsync(aws, to - now > AtOnce ? now + AtOnce : to, cancellation);
        }

        return now;
    }

    private static async Task<DateTimeOffset> StepAsync(IAws aws, DateTimeOffset to, CancellationToken cancellation)
    {
        const string Elsewhere = "Only a local cloud's time can be moved on: give --endpoint-url, or set AWS_ENDPOINT_URL (headroom env).";
        var endpoint = aws.Endpoint ?? throw new CommandFailure(Elsewhere);
        var clock = await OwnOperations.DemandAsync(endpoint, "FastForward", new() { ["To"] = Instants.Canonical(to) }, Elsewhere, cancellation);
        return Instants.Parse((string)clock["Now"]!);
    }
}
