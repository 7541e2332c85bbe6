namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>
/// How many tasks a rolling deployment may start and stop right now
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html).
/// </summary>
/// <param name="Launch">Tasks of the PRIMARY deployment to start.</param>
/// <param name="StopOld">Running tasks of the other deployments to stop.</param>
/// <param name="StopSurplus">Tasks of the PRIMARY deployment above the desired count.</param>
internal sealed record Rollout(int Launch, int StopOld, int StopSurplus)
{
    /// <summary>
    /// Never more tasks than the maximum percent of the desired count (rounded down), never fewer serving ones than the minimum
    /// percent (rounded up). Old tasks that do not run yet count for nothing and are stopped first, by the caller.
    /// </summary>
    /// <param name="desired">The service's desired count.</param>
    /// <param name="minimumHealthyPercent">In whole percent.</param>
    /// <param name="maximumPercent">In whole percent.</param>
    /// <param name="primaryAlive">Tasks of the PRIMARY deployment that run or start.</param>
    /// <param name="primaryServing">Of them, those that get requests.</param>
    /// <param name="oldRunning">Running tasks of the other deployments.</param>
    /// <param name="oldServing">Of them, those that get requests.</param>
    internal static Rollout Plan(
        int desired, int minimumHealthyPercent, int maximumPercent, int primaryAlive, int primaryServing, int oldRunning, int oldServing)
    {
        var ceiling = (int)((long)desired * maximumPercent / 100);
        var floor = (int)(((long)desired * minimumHealthyPercent + 99) / 100);
        var launch = oldRunning == 0
            ? desired - primaryAlive
            : Math.Min(desired - primaryAlive, ceiling - primaryAlive - oldRunning);
        var notServing = oldRunning - oldServing;
        var spare = primaryServing + oldServing - floor;
        var stopOld = Math.Clamp(notServing + Math.Max(0, spare), 0, oldRunning);
        return new(Math.Max(0, launch), stopOld, Math.Max(0, primaryAlive - desired));
    }
}
