namespace Headroom.Cloud.Services.Ecs.Scheduling;

/// <summary>Which tasks a service stops first.</summary>
internal static class ScaleInOrder
{
    /// <summary>
    /// Unprotected tasks only; those that do not run yet before those that do, then from the Availability Zone that has the most,
    /// there the newest first (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html says the zone; the age is ours).
    /// </summary>
    internal static IReadOnlyList<TaskRecord> Choose(IEnumerable<TaskRecord> tasks, int count, DateTimeOffset now)
    {
        var zones = tasks
            .Where(task => task.ProtectedUntil is not { } until || until <= now)
            .GroupBy(task => task.AvailabilityZone)
            .OrderBy(zone => zone.Key, StringComparer.Ordinal)
            .Select(zone => new Queue<TaskRecord>(zone
                .OrderBy(task => task.LastStatus == TaskStatuses.Running)
                .ThenByDescending(task => task.CreatedAt)
                .ThenBy(task => task.Id, StringComparer.Ordinal)))
            .ToList();
        var chosen = new List<TaskRecord>(count);
        while (chosen.Count < count && zones.Where(zone => zone.Count > 0).ToList() is { Count: > 0 } left)
        {
            var starting = left.Where(zone => zone.Peek().LastStatus != TaskStatuses.Running).ToList();
            chosen.Add((starting.Count > 0 ? starting : left).MaxBy(zone => zone.Count)!.Dequeue());
        }

        return chosen;
    }
}
