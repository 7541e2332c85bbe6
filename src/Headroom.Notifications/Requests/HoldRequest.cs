using Headroom.Notifications.Arrival;
using Headroom.Notifications.Contract;

namespace Headroom.Notifications.Requests;

/// <summary>
/// An execution's input: one notification, one service. Every field is always present; instants are as
/// <see cref="Instant.Format"/> writes them.
/// </summary>
/// <param name="Target">The scalable target's <c>ResourceId</c>, <c>service/cluster/service</c>.</param>
/// <param name="Cluster">The cluster's name.</param>
/// <param name="Service">The service's name.</param>
/// <param name="Action"><c>hold</c> or <c>release</c>.</param>
/// <param name="Wanted">The task count to hold at, not yet resolved against <c>MaxCapacity</c>; 0 for a release.</param>
/// <param name="HoldUntil">When the hold is over.</param>
/// <param name="StartAt">When the hold may begin; never before it was published.</param>
/// <param name="Reason">For people; may be empty.</param>
/// <param name="NotificationId">The SNS message's id.</param>
/// <param name="PublishedAt">The SNS message's <c>Timestamp</c>.</param>
public sealed record HoldRequest(
    string Target,
    string Cluster,
    string Service,
    string Action,
    int Wanted,
    string HoldUntil,
    string StartAt,
    string Reason,
    string NotificationId,
    string PublishedAt)
{
    /// <summary>What one service's execution is told.</summary>
    /// <param name="message">The message, for its id and time.</param>
    /// <param name="notification">What the message asks for.</param>
    /// <param name="service">One of its services.</param>
    /// <param name="maxCapacity">The target's <c>MaxCapacity</c>, where it was looked up.</param>
    /// <param name="maxHold">The installation's longest hold.</param>
    public static HoldRequest For(SnsMessage message, Notification notification, CoveredService service, int? maxCapacity, TimeSpan maxHold)
    {
        var times = HoldTimes.Of(notification, message.Timestamp, maxHold);
        var release = notification.Action == HoldAction.Release;
        return new HoldRequest(
            service.Target,
            service.Cluster,
            service.Service,
            release ? "release" : "hold",
            release ? 0 : notification.Capacity.Wanted(maxCapacity),
            Instant.Format(times.HoldUntil),
            Instant.Format(times.StartAt),
            notification.Reason,
            message.MessageId,
            Instant.Format(message.Timestamp));
    }
}
