using Headroom.Traffic.Rates;
using Headroom.Traffic.Work;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>Sets the load on a service. Of the rates, those given are added up; without any the load stays, and only what a request costs is changed.</summary>
internal sealed record PutTrafficRequest
{
    public required string Cluster { get; init; }

    public required string Service { get; init; }

    /// <summary>Keeps the rates that were set before, and adds these.</summary>
    public bool Add { get; init; }

    /// <summary>Requests per second, the same for ever.</summary>
    public double? RequestsPerSecond { get; init; }

    public DailyRate? Daily { get; init; }

    public BurstRequest? Burst { get; init; }

    public TraceRequest? Trace { get; init; }

    /// <summary>What a request costs; absent: as it was.</summary>
    public TaskWork? Work { get; init; }
}

/// <summary>A notification burst; what is absent has the defaults of <see cref="NotificationBurst"/>.</summary>
internal sealed record BurstRequest
{
    public required double Audience { get; init; }

    /// <summary>Absent: now.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public double? OpenRate { get; init; }

    public double? MedianMinutes { get; init; }

    public double? Spread { get; init; }

    public double? RequestsPerOpen { get; init; }
}

/// <summary>A recorded load.</summary>
internal sealed record TraceRequest
{
    /// <summary>As <see cref="TraceReader"/> reads it.</summary>
    public required string Csv { get; init; }

    /// <summary>The time of its first point; absent: now.</summary>
    public DateTimeOffset? StartAt { get; init; }
}

/// <summary>Which service.</summary>
internal sealed record GetTrafficRequest
{
    public required string Cluster { get; init; }

    public required string Service { get; init; }
}

/// <summary>A service's load, and what became of it so far.</summary>
internal sealed record TrafficResponse
{
    public required string Cluster { get; init; }

    public required string Service { get; init; }

    public required IReadOnlyList<RequestRate> Rates { get; init; }

    public required TaskWork Work { get; init; }

    /// <summary>Requests per second at this moment.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>Requests per second that the serving tasks can answer.</summary>
    public required double Capacity { get; init; }

    /// <summary>Requests since the load was set, as are <see cref="Served"/> and <see cref="Dropped"/>.</summary>
    public required double Offered { get; init; }

    public required double Served { get; init; }

    public required double Dropped { get; init; }

    /// <summary>CPU of the last completed minute, in percent; null without running tasks.</summary>
    public double? CpuPercent { get; init; }
}
