using Headroom.Notifications.Contract;
using Headroom.Notifications.Delivery;
using Headroom.Notifications.Requests;

namespace Headroom.Notifications.Deletion;

/// <summary>Releases all holds, as a published <c>release</c> does, and waits until none is left.</summary>
internal sealed class HoldReleases(DeletionSettings settings, PatientCalls calls, TimeProvider time, DateTimeOffset deadline)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Does it.</summary>
    /// <param name="held">What is to be released.</param>
    /// <param name="requestId">Of the deletion: a request that comes twice releases once.</param>
    /// <returns>What is held still, or why that is not known, when time ran out.</returns>
    public async Task<HeldCapacity> ReleaseAsync(HeldCapacity held, string requestId)
    {
        foreach (var hold in held.Holds)
        {
            if (await StartAsync(hold, requestId) is { Code: not "ExecutionAlreadyExists" } failed)
            {
                return held with { Problem = $"{held} Its release could not be started ({failed.Code}: {failed.Message})." };
            }
        }

        while (time.GetUtcNow() + Pause < deadline)
        {
            await Task.Delay(Pause, time);
            held = await HeldCapacity.ReadAsync(settings.HoldsTable, calls);
            if (held.IsNone)
            {
                break;
            }
        }

        return held;
    }

    private async Task<AwsReply.Failed?> StartAsync(HeldCapacity.Hold hold, string requestId)
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
            requestId,
            publishedAt);
        return await HoldExecution.StartAsync(calls, settings.StateMachineArn, input) as AwsReply.Failed;
    }
}
