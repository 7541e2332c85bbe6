using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>
/// Draws services that are deleted and created again under the same name, at any time, just before a hold ends, or at the beginning of one that more
/// notifications rely on before and after the new service has its scalable target.
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

    // The hold ends between the target's registration and the next look of whoever waits for it.
    private static Incident.ReplaceService JustBefore(Draw chance, TimeSpan end, int service) =>
        new(end - chance.Milliseconds(0, 12_000), service, ServiceShapeDraw.One(chance), chance.Milliseconds(0, 10_000));

    // A stack's next step, or somebody's next command.
    private static TimeSpan Later(Draw chance) => chance.Percent(60) ? chance.Milliseconds(0, 20_000) : chance.Seconds(20, 400);
}
