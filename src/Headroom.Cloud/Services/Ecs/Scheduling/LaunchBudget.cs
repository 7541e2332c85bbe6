using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.Ecs.Quotas;
using Headroom.Wire.Shapes.Ecs;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>Who may launch how many tasks right now: the service's rate, the account's rate and its quota of vCPUs.</summary>
internal static class LaunchBudget
{
    /// <summary>Takes up to <paramref name="wanted"/> launches; the reason is null where only the rates hold some back.</summary>
    internal static (int Allowed, string? Reason) Take(Step step, ServiceRecord service, int wanted)
    {
        var (cpuUnits, _) = FargateSizes.Of(TaskDefinitions.Get(step, service.Primary.TaskDefinition));
        var (allowed, reason) = FargateAccount.Allowed(step, wanted, cpuUnits);
        allowed = Math.Min(allowed, service.Launches.Available(LaunchRates.PerService, step.Now));
        if (allowed > 0)
        {
            var services = step.Table(EcsState.Services);
            services.Put(service.Key, services.Get(service.Key) with { Launches = service.Launches.Take(LaunchRates.PerService, step.Now, allowed) });
            FargateAccount.Launched(step, allowed);
        }

        return (allowed, reason);
    }

    /// <summary>Takes launches of RunTask, which no service's rate limits.</summary>
    internal static (int Allowed, string? Reason) Take(Step step, TaskDefinition definition, int wanted)
    {
        var (allowed, reason) = FargateAccount.Allowed(step, wanted, FargateSizes.Of(definition).CpuUnits);
        FargateAccount.Launched(step, allowed);
        return (allowed, reason);
    }
}
