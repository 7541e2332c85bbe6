using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>Draws times at which something might matter: around the beginning or the end of what a notification asks for.</summary>
internal static class Times
{
    private static readonly TimeSpan Close = TimeSpan.FromSeconds(5);

    // What a run begins with, such as schedules, comes before anybody does anything.
    private static readonly TimeSpan Earliest = TimeSpan.FromMilliseconds(1);

    internal static TimeSpan Around(Draw chance, ImmutableArray<Incident.Publish> notifications)
    {
        var near = chance.One(notifications);
        var begins = near.At + near.DeliveredAfter[0];
        return chance.Between(0, 9) switch
        {
            < 4 => Positive(begins - Close + chance.Milliseconds(0, 15_000)),
            < 7 => Positive(EndOf(near) - Close + chance.Milliseconds(0, 10_000)),
            _ => begins + chance.Seconds(0, 1_200),
        };
    }

    /// <summary>When the hold that it asks for is over.</summary>
    internal static TimeSpan EndOf(Incident.Publish publish) => publish.Notification is Request.Hold hold
        ? (hold.StartAt is { } startAt && startAt > publish.At ? startAt : publish.At) + hold.Lasts
        : publish.At;

    /// <summary>Not before the run has begun.</summary>
    internal static TimeSpan Positive(TimeSpan time) => time > Earliest ? time : Earliest;
}
