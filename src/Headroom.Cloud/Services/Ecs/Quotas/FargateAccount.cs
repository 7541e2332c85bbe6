using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Scheduling;

namespace Headroom.Cloud.Services.Ecs.Quotas;

/// <summary>The account's quota on Fargate, and what is left of it.</summary>
internal static class FargateAccount
{
    private const double UnitsPerCpu = 1024;

    internal static FargateQuota Quota(Step step) => step.Table(EcsState.Quotas).Find(EcsState.TheAccount) ?? new();

    /// <summary>How many tasks of this size may be launched right now, and, where the launch rate is not what limits them, why no more.</summary>
    internal static (int Tasks, string? Reason) Allowed(Step step, int wanted, int cpuUnits)
    {
        var quota = Quota(step);
        if (!quota.CapacityAvailable)
        {
            return (0, "Capacity is unavailable at this time. Please try again later or in a different availability zone.");
        }

        var usage = Usage(step);
        var room = (int)Math.Max(0, ((quota.VirtualCpus * UnitsPerCpu) - usage.CpuUnits) / cpuUnits);
        return room < wanted
            ? (Math.Min(room, usage.Launches.Available(Rate(quota), step.Now)), "You've reached the limit on the number of vCPUs you can run concurrently.")
            : (Math.Min(wanted, usage.Launches.Available(Rate(quota), step.Now)), null);
    }

    /// <summary>Takes launches out of the bucket.</summary>
    internal static void Launched(Step step, int tasks)
    {
        var usage = Usage(step);
        Put(step, usage with { Launches = usage.Launches.Take(Rate(Quota(step)), step.Now, tasks) });
    }

    /// <summary>A task began (or ceased, with a negative number) to use CPU units.</summary>
    internal static void Use(Step step, int cpuUnits)
    {
        var usage = Usage(step);
        Put(step, usage with { CpuUnits = usage.CpuUnits + cpuUnits });
    }

    private static AccountUsage Usage(Step step) =>
        step.Table(EcsState.Usage).Find(EcsState.TheAccount) ?? new(TokenBucket.Full(Rate(Quota(step)), step.Now), 0);

    private static void Put(Step step, AccountUsage usage) => step.Table(EcsState.Usage).Put(EcsState.TheAccount, usage);

    private static BucketRate Rate(FargateQuota quota) => new(quota.LaunchBurst, quota.LaunchesPerSecond);
}
