using System.Text.Json;

namespace Headroom.Rehearsal.Plans;

/// <summary>What is rehearsed: a push, the notification before it, and the service that its users come to. What is left out is as the deployed stack has it.</summary>
public sealed record RehearsalPlan
{
    /// <summary>The service.</summary>
    public ServicePlan Service { get; init; } = new();

    /// <summary>Its usual load.</summary>
    public LoadPlan Load { get; init; } = new();

    /// <summary>The push.</summary>
    public required PushPlan Push { get; init; }

    /// <summary>The notification as it is published: a text or an object (the README has its fields). Null: a text, so that the defaults hold.</summary>
    public JsonElement? Notification { get; init; }
}

/// <summary>A service that scales on its CPU.</summary>
public sealed record ServicePlan
{
    /// <summary><c>cluster/service</c>; null: the only one that is a scalable target.</summary>
    public string? Name { get; init; }

    /// <summary>Tasks, 0 or more.</summary>
    public int? MinCapacity { get; init; }

    /// <summary>Tasks, at least <see cref="MinCapacity"/>: what a hold scales up to.</summary>
    public int? MaxCapacity { get; init; }

    /// <summary>CPU units of a task, 256 to 16,384: 1,024 are one vCPU.</summary>
    public int? Cpu { get; init; }

    /// <summary>MiB of a task; what Fargate offers with <see cref="Cpu"/>.</summary>
    public int? Memory { get; init; }

    /// <summary>Percent that its target tracking policy keeps the average CPU at, above 0 to 100.</summary>
    public double? TargetCpuPercent { get; init; }
}

/// <summary>The load that is there anyway, and what a request costs.</summary>
public sealed record LoadPlan
{
    /// <summary>Requests per second, 0 or more.</summary>
    public double RequestsPerSecond { get; init; }

    /// <summary>Milliseconds of one vCPU that a request takes, above 0.</summary>
    public double CpuMillisecondsPerRequest { get; init; } = 20;

    /// <summary>A request that would have to wait longer than this is dropped; seconds, above 0.</summary>
    public double TimeoutSeconds { get; init; } = 10;
}

/// <summary>The push. Its defaults are those of <c>headroom traffic --burst</c>.</summary>
public sealed record PushPlan
{
    /// <summary>How many people get it, above 0.</summary>
    public required double Audience { get; init; }

    /// <summary>How long after the notification is published it goes out: an ISO 8601 duration.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>The share that opens it, 0 to 1.</summary>
    public double OpenRate { get; init; } = 0.0263;

    /// <summary>After how many minutes half of the opens have happened, above 0.</summary>
    public double MedianMinutes { get; init; } = 7;

    /// <summary>The standard deviation of the logarithm of the time to open, above 0.</summary>
    public double Spread { get; init; } = 1.2;

    /// <summary>Requests that each open makes, 0 or more.</summary>
    public double RequestsPerOpen { get; init; } = 10;

    /// <summary>How long the service is watched after the push; null: until 95 % of the opens have happened, and ten minutes more.</summary>
    public TimeSpan? WatchFor { get; init; }
}
