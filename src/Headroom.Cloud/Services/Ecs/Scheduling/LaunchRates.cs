namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>
/// How fast Fargate tasks may be launched in a large Region (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html,
/// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/throttling.html).
/// </summary>
internal static class LaunchRates
{
    /// <summary>A service launches at most 500 tasks in any minute: 20 at once and 8 a second.</summary>
    internal static BucketRate PerService { get; } = new(20, 8);

    /// <summary>The account's on-demand launches: 100 at once, 20 a second.</summary>
    internal static BucketRate PerAccount { get; } = new(100, 20);

    /// <summary>The scheduler looks again this often while a rate holds it back.</summary>
    internal static TimeSpan Round { get; } = TimeSpan.FromSeconds(1);
}
