using System.Collections.Immutable;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Scenarios;

/// <summary>
/// Draws coincidences that chance alone hardly brings about. One: an owner is stopped just when its hold is about to end, its recovery is slow, and
/// notifications want more of the hold just then; what the recovery has read is no longer true when it writes. Another: a takeover is refused everything,
/// and somebody wants as much when it would be allowed again. A third: nobody answers the claim of a short hold, and the hold that is in its way ends meanwhile. A
/// fourth: a target cannot be read for minutes, and meanwhile a schedule sets it, and somebody sets it after that. A
/// fifth: a hold cannot be claimed, or not be announced, for minutes, and then it is to be released. A
/// sixth: an owner is stopped, and while its recovery is at work somebody wants more of the hold.
/// </summary>
internal static class AmbushDraw
{
    private const int MostFollowers = 3;
    private const string Recovery = "ended";
    private static readonly string[] Refused = ["RegisterScalableTarget", "UpdateService"];

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) One(Draw chance, int services, ImmutableArray<Incident.Publish> notifications)
    {
        var end = chance.Percent(70) ? notifications.Max(Times.EndOf) : Times.EndOf(chance.One(notifications));
        var stop = new Incident.StopExecution(Times.Positive(end - chance.Milliseconds(0, chance.Percent(60) ? 350 : 3_000)), chance.Percent(60) ? 0 : chance.Between(1, 3));
        var followers = Enumerable.Range(0, chance.Between(1, MostFollowers))
            .Select(_ => NotificationDraw.Longer(chance, Times.Positive(end + chance.Milliseconds(-1_000, 4_000)), services));
        return ([stop, .. followers], chance.Percent(60) ? [SlowRecovery(chance)] : []);
    }

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) RefusedTakeover(Draw chance, int services)
    {
        var service = chance.Between(0, services - 1);
        var begins = chance.Seconds(60, 900);
        var lasts = chance.Seconds(150, 400);
        return (
            [
                NotificationDraw.Of(chance, begins, service, services, new Wanted.Tasks(1)),
                NotificationDraw.Of(chance, begins + chance.Seconds(35, 60), service, services, new Wanted.Maximum()),
                NotificationDraw.Of(chance, begins + lasts + chance.Seconds(30, 200), service, services, new Wanted.Maximum()),
            ],
            [.. Refused.Select(operation => new Fault.Outage(null, operation, begins + TimeSpan.FromSeconds(30), lasts, new Harm.Refused("AccessDeniedException")))]);
    }

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) UnansweredClaim(Draw chance, int services)
    {
        var service = chance.Between(0, services - 1);
        var begins = chance.Seconds(60, 900);
        var lasts = chance.Seconds(150, 600);
        var claimed = begins + lasts - chance.Seconds(30, 120);
        return (
            [
                NotificationDraw.Of(chance, begins, lasts, service, services, new Wanted.Maximum()),
                NotificationDraw.Of(chance, claimed, chance.Seconds(5, 25), service, services, new Wanted.Tasks(1)),
            ],
            [new Fault.Outage(null, "UpdateItem", claimed - TimeSpan.FromSeconds(1), chance.Seconds(300, 540), new Harm.Slow(TimeSpan.Zero, null))]);
    }

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) UnreadableTarget(Draw chance, int services, TimeSpan lead)
    {
        var service = chance.Between(0, services - 1);
        var due = DueTimes.Minute(lead + chance.Seconds(180, 900));
        var at = due - Stage.Start - lead;
        var begins = at - chance.Seconds(20, 60);
        var set = at + chance.Seconds(65, 90);
        return (
            [
                new Incident.PutScheduledAction(TimeSpan.Zero, service, new DueTimes.Once(due), chance.Between(0, 2), chance.Between(6, 10)),
                new Incident.SetLimits(set, service, chance.Between(3, 5), null),
                NotificationDraw.Of(chance, begins, service, services, new Wanted.Maximum()),
            ],
            [new Fault.Outage(null, "DescribeScalableTargets", begins - TimeSpan.FromSeconds(1), set - begins + chance.Seconds(60, 120), new Harm.Refused("ThrottlingException"))]);
    }

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) UnreachableRecord(Draw chance, int services)
    {
        var service = chance.Between(0, services - 1);
        var begins = chance.Seconds(60, 900);
        var silent = begins + chance.Milliseconds(-1_000, 2_500);
        var lasts = chance.Seconds(70, 400);
        return (
            [
                NotificationDraw.Of(chance, begins, lasts + chance.Seconds(900, 3_600), service, services, new Wanted.Maximum()),
                NotificationDraw.Release(chance, silent + lasts + chance.Seconds(-60, 120), service, services),
            ],
            [new Fault.Outage(null, "UpdateItem", silent, lasts, new Harm.Refused("ThrottlingException"))]);
    }

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) WantedOrphan(Draw chance, int services)
    {
        var service = chance.Between(0, services - 1);
        var begins = chance.Seconds(60, 900);
        var stopped = begins + chance.Seconds(30, 600);
        return (
            [
                NotificationDraw.Of(chance, begins, service, services, new Wanted.Tasks(1)),
                new Incident.StopExecution(stopped, 0),
                NotificationDraw.Of(chance, stopped + chance.Milliseconds(0, 12_000), service, services, new Wanted.Maximum()),
            ],
            []);
    }

    private static Fault.OfCall SlowRecovery(Draw chance) =>
        new(Recovery, chance.Percent(80) ? "UpdateItem" : "GetItem", 0, new Harm.Slow(chance.Milliseconds(500, 5_000), chance.Milliseconds(0, 2_000)));
}
