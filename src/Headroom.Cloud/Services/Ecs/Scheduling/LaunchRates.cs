namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>
/// How fast a service may launch Fargate tasks in a large Region (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html);
/// the account's own rate is part of its quota.
/// </summary>
internal static class LaunchRates
{
    /// <summary>A service launches at most 500 tasks in any minute: 20 at once and 8 a second.</summary>
    internal static BucketRate PerService { get; } = new(20, 8);

    /// <summary>The scheduler looks again this often while a rate holds it back.</summary>
    internal static TimeSpan Round { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The scheduler looks again this often while there is no capacity or no quota.</summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);
}
