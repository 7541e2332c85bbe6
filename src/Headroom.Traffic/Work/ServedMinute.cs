using System.Runtime.InteropServices;

namespace Headroom.Traffic.Work;

/// <summary>What happened to a service's load in one minute, or in the part of one that has passed.</summary>
/// <param name="Minute">The minute's beginning.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ServedMinute(DateTimeOffset Minute)
{
    /// <summary>Requests that came.</summary>
    public double Offered { get; init; }

    /// <summary>Requests that were answered.</summary>
    public double Served { get; init; }

    /// <summary>Requests that were refused or timed out.</summary>
    public double Dropped { get; init; }

    /// <summary>vCPU-seconds that the tasks used.</summary>
    public double CpuUsed { get; init; }

    /// <summary>vCPU-seconds that the running tasks reserved; 0 where none ran.</summary>
    public double CpuReserved { get; init; }

    /// <summary>MiB-seconds used.</summary>
    public double MemoryUsed { get; init; }

    /// <summary>MiB-seconds reserved.</summary>
    public double MemoryReserved { get; init; }

    /// <summary>Seconds of tasks that got requests: 60 for one task all the minute.</summary>
    public double ServingSeconds { get; init; }

    /// <summary>Seconds of response time, summed over the answered requests.</summary>
    public double ResponseSeconds { get; init; }

    /// <summary>Percent, or null where no task ran: then there is no datapoint.</summary>
    public double? CpuPercent => CpuReserved > 0 ? 100 * CpuUsed / CpuReserved : null;

    /// <summary>Percent, or null where no task ran.</summary>
    public double? MemoryPercent => MemoryReserved > 0 ? 100 * MemoryUsed / MemoryReserved : null;
}
