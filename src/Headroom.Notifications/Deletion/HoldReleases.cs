using Headroom.Notifications.Contract;
using Headroom.Notifications.Delivery;
using Headroom.Notifications.Requests;

namespace Headroom.Notifications.Deletion;

/// <summary>Releases all holds, as a published <c>release</c> does, and waits until none is left.</summary>
internal sealed class HoldReleases(DeletionSettings settings, PatientCalls calls, TimeProvider time, DateTimeOffset deadline)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly HashSet<(string Target, string PublishedAt)> _released = [];

    /// <summary>Does it. What a notification holds anew meanwhile is released, too.</summary>
    /// <param name="held">What is to be released.</param>
    /// <param name="requestId">Of the deletion: a request that comes twice releases once.</param>
    /// <returns>What is held still, or why that is not known, when time ran out.</returns>
    public async Task<HeldCapacity> ReleaseAsync(HeldCapacity held, string requestId)
    {
        while (true)
        {
            var problem = await StartAllAsync(held, requestId);
            if (time.GetUtcNow() + Pause >= deadline)
            {
                return held with { Problem = problem ?? held.Problem };
            }

            await Task.Delay(Pause, time);
            held = await HeldCapacity.ReadAsync(settings.HoldsTable, calls);
            if (held.IsNone)
            {
                return held;
            }
        }
    }

    // An objection would not keep what an update takes out: what cannot be started now is started later.
    private async Task<string?> StartAllAsync(HeldCapacity held, string requestId)
    {
        string? problem = null;
        foreach (var hold in held.Holds.Where(hold => _released.Add((hold.Target, hold.PublishedAt))))
        {
            if (await StartAsync(hold, NotificationId(hold, requestId)) is { Code: not "ExecutionAlreadyExists" } failed)
            {
                problem = $"{held} Its release could not be started ({failed.Code}: {failed.Message}).";
                _released.Remove((hold.Target, hold.PublishedAt));
            }
        }

        return problem;
    }

    private string NotificationId(HeldCapacity.Hold hold, string requestId) =>
        _released.Count(released => released.Target == hold.Target) is var times and > 1 ? $"{requestId}-{times}" : requestId;

    private async Task<AwsReply.Failed?> StartAsync(HeldCapacity.Hold hold, string notificationId)
    {
        if (CoveredService.OfTarget(hold.Target) is not { } service)
        {
            return new AwsReply.Failed(0, "NoService", "its target names no service");
        }

        // Older than the hold's latest notification, by a clock that is behind, the release would mean an earlier hold.
        var now = Instant.Format(time.GetUtcNow());
        var publishedAt = string.CompareOrdinal(hold.PublishedAt, now) > 0 ? hold.PublishedAt : now;
        var input = new HoldRequest(
            hold.Target,
            service.Cluster,
            service.Service,
            "release",
            Wanted: 0,
            hold.Until,
            publishedAt,
            "CloudFormation removes the stack's CapacityHold",
            notificationId,
            publishedAt);
        return await HoldExecution.StartAsync(calls, settings.StateMachineArn, input) as AwsReply.Failed;
    }
}
