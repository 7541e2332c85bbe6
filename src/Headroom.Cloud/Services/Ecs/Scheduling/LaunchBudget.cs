using Headroom.Cloud.Kernel;

namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>Who may launch how many tasks right now: the service's rate and the account's.</summary>
internal static class LaunchBudget
{
    /// <summary>Takes up to <paramref name="wanted"/> launches from both buckets.</summary>
    internal static int Take(Step step, ServiceRecord service, int wanted)
    {
        var allowed = Math.Min(wanted, Math.Min(service.Launches.Available(LaunchRates.PerService, step.Now), Account(step).Available(LaunchRates.PerAccount, step.Now)));
        if (allowed > 0)
        {
            var services = step.Table(EcsState.Services);
            services.Put(service.Key, services.Get(service.Key) with { Launches = service.Launches.Take(LaunchRates.PerService, step.Now, allowed) });
            TakeFromAccount(step, allowed);
        }

        return allowed;
    }

    /// <summary>Takes launches of RunTask, which only the account's rate limits.</summary>
    internal static int TakeFromAccount(Step step, int wanted)
    {
        var account = Account(step);
        var allowed = Math.Min(wanted, account.Available(LaunchRates.PerAccount, step.Now));
        step.Table(EcsState.AccountLaunches).Put(EcsState.TheAccount, account.Take(LaunchRates.PerAccount, step.Now, allowed));
        return allowed;
    }

    private static TokenBucket Account(Step step) =>
        step.Table(EcsState.AccountLaunches).Find(EcsState.TheAccount) ?? TokenBucket.Full(LaunchRates.PerAccount, step.Now);
}
