namespace Headroom.Traffic.Work;

/// <summary>What a request costs a task, and what a task costs at rest.</summary>
public sealed record TaskWork
{
    /// <summary>Milliseconds of one vCPU that a request takes, above 0.</summary>
    public double CpuMillisecondsPerRequest { get; init; } = 20;

    /// <summary>CPU that an idle task uses, in percent of what it reserves, 0 to below 100.</summary>
    public double IdleCpuPercent { get; init; } = 1;

    /// <summary>Memory that an idle task uses, in percent of what it reserves.</summary>
    public double IdleMemoryPercent { get; init; } = 20;

    /// <summary>MiB that each request in flight takes.</summary>
    public double MemoryMiBPerRequest { get; init; } = 1;

    /// <summary>A request that would have to wait longer than this is dropped, in seconds, above 0.</summary>
    public double TimeoutSeconds { get; init; } = 10;
}

/// <summary>What one task reserves.</summary>
/// <param name="VirtualCpus">E.g. 0.25.</param>
/// <param name="MemoryMiB">E.g. 512.</param>
public sealed record TaskSize(double VirtualCpus, double MemoryMiB);
