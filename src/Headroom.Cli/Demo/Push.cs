using System.Text.Json.Nodes;
using Headroom.Cli.Load;
using Headroom.Wire.Json;

namespace Headroom.Cli.Demo;

/// <summary>The push notification that the demo's hold is for: how its users arrive, and how many of their requests were dropped.</summary>
internal static class Push
{
    /// <summary>People who get it. A little over five thousand requests follow, at most 46 a second; one task serves 12.5 a second, five serve 62.</summary>
    internal const int Audience = 20_000;

    /// <summary>From the notification to the push: by then the held tasks have started and passed the load balancer's health checks.</summary>
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(210);

    /// <summary>From the notification until nearly all who open it have come.</summary>
    internal static readonly TimeSpan Over = TimeSpan.FromSeconds(540);

    internal static Task SendAsync(LoadClient load, string cluster, string service, DateTimeOffset notified, CancellationToken cancellation) =>
        load.CallAsync(
            "PutTraffic",
            new()
            {
                ["Cluster"] = cluster,
                ["Service"] = service,
                ["Burst"] = new JsonObject { ["Audience"] = Audience, ["SentAt"] = Instants.Canonical(notified + Delay), ["MedianMinutes"] = 1.5, ["Spread"] = 0.6 },
            },
            cancellation);

    internal static async Task<PushResult> ResultAsync(LoadClient load, string cluster, string service, CancellationToken cancellation)
    {
        var traffic = await load.CallAsync("GetTraffic", new() { ["Cluster"] = cluster, ["Service"] = service }, cancellation);
        return new(Math.Round((double)traffic["Offered"]!), Math.Round((double)traffic["Dropped"]!));
    }
}

/// <summary>What became of a push's requests.</summary>
internal sealed record PushResult(double Requests, double Dropped);

/// <summary>The same push with the hold and without.</summary>
internal sealed record Pushes(PushResult WithHold, PushResult WithoutHold);
