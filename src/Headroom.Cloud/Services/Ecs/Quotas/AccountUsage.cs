using Headroom.Cloud.Services.Ecs.Scheduling;

namespace Headroom.Cloud.Services.Ecs.Quotas;

/// <summary>What the account uses of its quota.</summary>
/// <param name="Launches">The bucket of launches.</param>
/// <param name="CpuUnits">Of all tasks that are not stopped.</param>
internal sealed record AccountUsage(TokenBucket Launches, long CpuUnits);
