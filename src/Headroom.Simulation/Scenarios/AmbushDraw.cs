using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>
/// Draws a coincidence that chance alone hardly brings about: an owner is stopped just when its hold is about to end, its recovery is slow, and
/// notifications want more of the hold just then. What the recovery has read is no longer true when it writes.
/// </summary>
internal static class AmbushDraw
{
    private const int MostFollowers = 3;
    private const string Recovery = "ended";

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) One(Draw chance, int services, ImmutableArray<Incident.Publish> notifications)
    {
        var end = chance.Percent(70) ? notifications.Max(Times.EndOf) : Times.EndOf(chance.One(notifications));
        var stop = new Incident.StopExecution(Times.Positive(end - chance.Milliseconds(0, chance.Percent(60) ? 350 : 3_000)), chance.Percent(60) ? 0 : chance.Between(1, 3));
        var followers = Enumerable.Range(0, chance.Between(1, MostFollowers))
            .Select(_ => NotificationDraw.Longer(chance, Times.Positive(end + chance.Milliseconds(-1_000, 4_000)), services));
        return ([stop, .. followers], chance.Percent(60) ? [SlowRecovery(chance)] : []);
    }

    private static Fault.OfCall SlowRecovery(Draw chance) =>
        new(Recovery, chance.Percent(80) ? "UpdateItem" : "GetItem", 0, new Harm.Slow(chance.Milliseconds(500, 5_000), chance.Milliseconds(0, 2_000)));
}
