using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>
/// Draws services that are deleted and created again under the same name, at any time, just before a hold ends, or at the beginning of one that more
/// notifications rely on before and after the new service has its scalable target; also over a target that outlived the old service, and of which
/// a notification has been refused more while there was none, or which was registered while a pause waited for its answer, or while the record of the gone
/// one could not be deleted; or just when nobody answers what is recorded of the old one.
/// </summary>
internal static class ReplacementDraw
{
    private const int MostMore = 3;
    private static readonly Wanted[] Sizes = [new Wanted.Tasks(1), new Wanted.Tasks(3), new Wanted.Maximum()];

    internal static Incident.ReplaceService One(Draw chance, TimeSpan at, int service) =>
        new(at, service, ServiceShapeDraw.One(chance), chance.Percent(85) ? Later(chance) : null);

    internal static ImmutableArray<Incident> DuringHold(Draw chance, int services)
    {
        var service = chance.Between(0, services - 1);
        var begins = chance.Seconds(60, 3_600);
        var lasts = TimeSpan.FromSeconds(chance.Between(120, 1_800));
        var hold = NotificationDraw.Of(chance, begins, lasts, service, services, chance.One(Sizes));
        if (chance.Percent(40))
        {
            return [hold, JustBefore(chance, begins + lasts, service)];
        }

        var more = Enumerable.Range(0, chance.Between(0, MostMore))
            .Select(_ => NotificationDraw.Of(chance, begins + chance.Seconds(30, 600), service, services, chance.One(Sizes)));
        return [hold, One(chance, begins + chance.Milliseconds(0, 120_000), service), .. more];
    }

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) OverTargetThatIsLeft(Draw chance, int services)
    {
        var service = chance.Between(0, services - 1);
        var begins = chance.Seconds(60, 1_800);
        var deleted = begins + chance.Seconds(5, 30);
        return (
            [
                NotificationDraw.Of(chance, begins, chance.Seconds(2_400, 3_000), service, services, new Wanted.Tasks(chance.Between(1, 3))),
                new Incident.DeleteService(deleted, service),
                LimitsDuringDeletion(chance, deleted, service),
                NotificationDraw.Of(chance, begins + chance.Seconds(300, 900), chance.Seconds(60, 300), service, services, new Wanted.Maximum()),
                One(chance, begins + chance.Seconds(1_000, 1_500), service) with { TargetAfter = null },
            ],
            chance.Percent(40) ? [new Fault.Outage(null, "RegisterScalableTarget", begins, TimeSpan.FromSeconds(4), new Harm.Slow(chance.Milliseconds(0, 1_000), null))] : []);
    }

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) WhileRecordStays(Draw chance, int services)
    {
        var service = chance.Between(0, services - 1);
        var deleted = chance.Seconds(60, 900);
        var lasts = chance.Seconds(90, 400);
        var end = deleted + TimeSpan.FromSeconds(9) + lasts;
        return (
            [
                new Incident.DeleteService(deleted, service),
                new Incident.SetLimits(deleted + TimeSpan.FromSeconds(4), service, chance.Between(0, 2), chance.Between(3, 10)),
                NotificationDraw.Of(chance, end - lasts, lasts, service, services, new Wanted.Maximum()),
                One(chance, end + chance.Seconds(40, 300), service) with { TargetAfter = null },
            ],
            [new Fault.Outage(null, "DeleteItem", end - TimeSpan.FromSeconds(10), chance.Seconds(300, 900), new Harm.Refused("ThrottlingException"))]);
    }

    internal static (ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults) WhileRecording(Draw chance, int services)
    {
        var service = chance.Between(0, services - 1);
        var begins = chance.Seconds(1, 30);
        return (
            [
                NotificationDraw.Of(chance, begins, service, services, new Wanted.Maximum()),
                One(chance, begins + chance.Seconds(2, 30), service) with { TargetAfter = chance.Milliseconds(0, 15_000) },
            ],
            [new Fault.OfCall("hold", "UpdateItem", 1, new Harm.Slow(TimeSpan.Zero, null))]);
    }

    // Application Auto Scaling takes a target as long as the service stops its tasks.
    internal static Incident.SetLimits LimitsDuringDeletion(Draw chance, TimeSpan deleted, int service) =>
        new(deleted + chance.Seconds(1, 30), service, chance.Between(0, 2), chance.Between(3, 10));

    // The hold ends between the target's registration and the next look of whoever waits for it.
    private static Incident.ReplaceService JustBefore(Draw chance, TimeSpan end, int service) =>
        new(end - chance.Milliseconds(0, 12_000), service, ServiceShapeDraw.One(chance), chance.Milliseconds(0, 10_000));

    // A stack's next step, or somebody's next command.
    private static TimeSpan Later(Draw chance) => chance.Percent(60) ? chance.Milliseconds(0, 20_000) : chance.Seconds(20, 400);
}
