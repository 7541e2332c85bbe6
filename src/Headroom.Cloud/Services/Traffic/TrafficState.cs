using Headroom.Cloud.Store;

namespace Headroom.Cloud.Services.Traffic;

/// <summary>What the traffic room keeps.</summary>
internal static class TrafficState
{
    /// <summary>Every service's load, by <c>cluster/service</c>; a service that nobody calls has one too.</summary>
    internal static readonly TableName<ServiceLoad> Loads = new("headroom-traffic/loads");

    /// <summary>A service's served minutes, by <see cref="MinutesKey"/>.</summary>
    internal static readonly TableName<ServedMinutes> Minutes = new("headroom-traffic/minutes");

    /// <summary>The service (<c>cluster/service</c>) behind a target group, by the group's name in metrics.</summary>
    internal static readonly TableName<string> TargetGroups = new("headroom-traffic/target-groups");

    /// <summary>How long minutes are kept.</summary>
    internal static TimeSpan Kept { get; } = TimeSpan.FromHours(6);

    /// <summary>The minutes kept in one record.</summary>
    internal static TimeSpan Batch { get; } = TimeSpan.FromMinutes(10);

    internal static string MinutesKey(string serviceKey, DateTimeOffset time) => $"{serviceKey}\n{time.UtcTicks / Batch.Ticks}";
}
