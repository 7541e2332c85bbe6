using System.Globalization;
using System.Text.Json;

namespace Headroom.Rehearsal.Plans;

/// <summary>What a plan's fields may be.</summary>
internal static class PlanRules
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);
    private static readonly TimeSpan LongestWatch = TimeSpan.FromHours(24);

    /// <summary>What is wrong with the first field that is, or null.</summary>
    internal static string? Broken(RehearsalPlan plan) => Rules(plan).FirstOrDefault(rule => !rule.Holds) is { Field: { } field, Given: var given, Allowed: var allowed }
        ? string.Create(CultureInfo.InvariantCulture, $"{field} is {given}; it must be {allowed}.")
        : null;

    private static IEnumerable<(bool Holds, string Field, object? Given, string Allowed)> Rules(RehearsalPlan plan)
    {
        var (service, load, push) = (plan.Service, plan.Load, plan.Push);
        yield return (service.Name?.Split('/') is null or [{ Length: > 0 }, { Length: > 0 }], "service.name", service.Name, "of the form cluster/service");
        yield return (service.MinCapacity is null or >= 0, "service.minCapacity", service.MinCapacity, "at least 0");
        yield return (service.MaxCapacity is null or >= 1, "service.maxCapacity", service.MaxCapacity, "at least 1");
        yield return (!(service.MaxCapacity < service.MinCapacity), "service.maxCapacity", service.MaxCapacity, "at least minCapacity");
        yield return (service.Cpu is null or (>= 256 and <= 16_384), "service.cpu", service.Cpu, "256 to 16384 units (1024 are one vCPU)");
        yield return (service.Memory is null or >= 512, "service.memory", service.Memory, "at least 512 MiB");
        yield return (service.TargetCpuPercent is null or (> 0 and <= 100), "service.targetCpuPercent", service.TargetCpuPercent, "above 0, to 100");
        yield return (load.RequestsPerSecond >= 0, "load.requestsPerSecond", load.RequestsPerSecond, "at least 0");
        yield return (load.CpuMillisecondsPerRequest > 0, "load.cpuMillisecondsPerRequest", load.CpuMillisecondsPerRequest, "above 0");
        yield return (load.TimeoutSeconds > 0, "load.timeoutSeconds", load.TimeoutSeconds, "above 0");
        yield return (push.Audience > 0, "push.audience", push.Audience, "above 0");
        yield return (push.After >= TimeSpan.Zero && push.After <= LongestWait, "push.after", push.After, "0 to 6 hours");
        yield return (push.OpenRate is >= 0 and <= 1, "push.openRate", push.OpenRate, "0 to 1");
        yield return (push.MedianMinutes > 0, "push.medianMinutes", push.MedianMinutes, "above 0");
        yield return (push.Spread > 0, "push.spread", push.Spread, "above 0");
        yield return (push.RequestsPerOpen >= 0, "push.requestsPerOpen", push.RequestsPerOpen, "at least 0");
        yield return (plan.Notification is not { ValueKind: JsonValueKind.Object } fields || !fields.TryGetProperty("startAt", out _), "notification.startAt", "there", "left out: the rehearsal begins with the notification, and push.after says when the push goes out");
        yield return (push.WatchFor is null || (push.WatchFor > TimeSpan.Zero && push.WatchFor <= LongestWatch), "push.watchFor", push.WatchFor, "above 0, to 24 hours");
    }
}
