namespace Headroom.Rehearsal.Comparing;

/// <summary>List prices in US dollars of Fargate on Linux/x86 in us-east-1 (https://aws.amazon.com/fargate/pricing, read in 2026).</summary>
public static class FargatePrice
{
    private const decimal VcpuHour = 0.04048m;
    private const decimal GigabyteHour = 0.004445m;

    /// <summary>A task for an hour.</summary>
    /// <param name="vcpus">What it reserves, e.g. 0.25.</param>
    /// <param name="gigabytes">Memory that it reserves, GB.</param>
    public static decimal OfTaskHour(decimal vcpus, decimal gigabytes) => (vcpus * VcpuHour) + (gigabytes * GigabyteHour);
}
