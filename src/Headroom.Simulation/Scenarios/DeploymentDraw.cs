using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>
/// Draws deployments at moments that are hard to judge for whoever guards a hold against them. One: the hold is over, but the table is slow, so that it is
/// extended before its owner begins to release it, or the table refuses everything for so long. Another: a takeover was refused the pause, so that the floor in place is the earlier hold's.
/// </summary>
internal static class DeploymentDraw
{
    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) One(Draw chance, int services)
    {
        var service = chance.Between(0, services - 1);
        var begins = chance.Seconds(60, 3_600);
        return chance.Percent(50) ? WhenItIsOver(chance, begins, service, services) : AfterRefusedTakeover(chance, begins, service, services);
    }

    private static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) WhenItIsOver(Draw chance, TimeSpan begins, int service, int services)
    {
        var lasts = TimeSpan.FromSeconds(chance.Between(60, 300));
        var end = begins + lasts;
        Harm harm = chance.Percent(75) ? new Harm.Slow(chance.Milliseconds(1_500, 5_000), chance.Milliseconds(0, 1_000)) : new Harm.Refused("ThrottlingException");
        return (
            [
                NotificationDraw.Of(chance, begins, lasts, service, services, new Wanted.Maximum()),
                new Incident.Deploy(end + chance.Milliseconds(-500, 2_000), service, chance.Between(0, 2)),
                NotificationDraw.Of(chance, end + chance.Milliseconds(-2_000, 500), service, services, chance.Percent(50) ? new Wanted.Tasks(1) : new Wanted.Maximum()),
            ],
            [new Fault.Outage(null, "UpdateItem", end - TimeSpan.FromSeconds(3), chance.Seconds(4, 7), harm)]);
    }

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) LongAfterItIsOver(Draw chance, int services)
    {
        var service = chance.Between(0, services - 1);
        var begins = chance.Seconds(60, 900);
        var lasts = chance.Seconds(60, 300);
        var end = begins + lasts;
        var silent = chance.Seconds(1_100, 2_400);
        var more = end + chance.Seconds(60, 600);
        return (
            [
                NotificationDraw.Of(chance, begins, lasts, service, services, new Wanted.Maximum()),
                new Incident.Deploy(end + chance.Seconds(1, 60), service, chance.Between(0, 2)),
                NotificationDraw.Of(chance, more, silent + chance.Seconds(900, 1_800), service, services, chance.Percent(50) ? new Wanted.Tasks(1) : new Wanted.Maximum()),
            ],
            [new Fault.Outage(null, "UpdateItem", end - TimeSpan.FromSeconds(3), silent, new Harm.Refused("ThrottlingException"))]);
    }

    private static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) AfterRefusedTakeover(Draw chance, TimeSpan begins, int service, int services)
    {
        var wanted = chance.Between(1, 4);
        var takenOver = begins + chance.Seconds(35, 60);
        return (
            [
                NotificationDraw.Of(chance, begins, service, services, new Wanted.Tasks(wanted)),
                NotificationDraw.Of(chance, takenOver, service, services, new Wanted.Maximum()),
                new Incident.Deploy(takenOver + chance.Seconds(60, 400), service, chance.Between(0, wanted - 1)),
            ],
            [new Fault.Outage(null, "RegisterScalableTarget", takenOver - TimeSpan.FromSeconds(5), chance.Seconds(70, 240), new Harm.Refused("AccessDeniedException"))]);
    }
}
