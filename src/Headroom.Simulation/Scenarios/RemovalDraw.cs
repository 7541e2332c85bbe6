using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>
/// Draws the removal of the hold itself, about when it begins or ends, or in between: its stack is deleted, usually once more later, as a first try is
/// refused while capacity is held; or it is taken out of its stack. Sometimes a notification comes just then.
/// </summary>
internal static class RemovalDraw
{
    internal static ImmutableArray<Incident> One(Draw chance, int services, ImmutableArray<Incident.Publish> notifications)
    {
        var at = Times.Around(chance, notifications);
        return
        [
            Removal(chance, at),
            .. chance.Percent(60) ? [Removal(chance, at + chance.Seconds(20, 1_800))] : ImmutableArray<Incident>.Empty,
            .. chance.Percent(40) ? [NotificationDraw.Longer(chance, Times.Positive(at + chance.Milliseconds(-2_000, 10_000)), services)] : ImmutableArray<Incident>.Empty,
        ];
    }

    private static Incident Removal(Draw chance, TimeSpan at) => chance.Percent(60) ? new Incident.DeleteStack(at) : new Incident.TakeHoldOut(at);
}
