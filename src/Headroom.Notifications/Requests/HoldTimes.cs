using Headroom.Notifications.Contract;

namespace Headroom.Notifications.Requests;

/// <summary>When a hold begins and ends. The state machine's language has no arithmetic on time, so it is done here.</summary>
/// <param name="StartAt">When the hold may begin.</param>
/// <param name="HoldUntil">When it is over.</param>
public sealed record HoldTimes(DateTimeOffset StartAt, DateTimeOffset HoldUntil)
{
    /// <summary>
    /// A hold begins at the later of its publication and its <c>startAt</c>, and lasts for <c>holdFor</c>, whenever it is delivered. A
    /// release has a meaning for as long as a hold that was there when it was published can last.
    /// </summary>
    public static HoldTimes Of(Notification notification, DateTimeOffset publishedAt, TimeSpan maxHold)
    {
        var startAt = notification.StartAt is { } given && given > publishedAt ? given : publishedAt;
        return new HoldTimes(startAt, startAt + (notification.Action == HoldAction.Release ? maxHold : notification.HoldFor));
    }

    /// <summary>Whether the hold is over already, so that nothing may be touched for it.</summary>
    public bool AreOver(DateTimeOffset now) => HoldUntil <= now;
}
