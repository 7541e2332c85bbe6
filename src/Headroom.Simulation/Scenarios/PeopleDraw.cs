using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>Draws what people and alarms do meanwhile.</summary>
internal static class PeopleDraw
{
    private const int MostAlarms = 12;
    private const int MostSchedules = 3;

    private static readonly (string Zone, int MinutesAhead)[] Zones = [("UTC", 0), ("America/New_York", -300), ("Asia/Kolkata", 330)];

    internal static IEnumerable<Incident> Some(Draw chance, Trouble trouble, int services, ImmutableArray<Incident.Publish> notifications)
    {
        var people = chance.Percent(trouble.NoPeople) ? 0 : chance.Between(1, trouble.MostPeople);
        var alarms = chance.Percent(30) ? 0 : chance.Between(1, MostAlarms);
        return [.. Enumerable.Range(0, people).SelectMany(_ => Person(chance, Times.Around(chance, notifications), services)),
            .. chance.Percent(25) ? Enumerable.Range(0, chance.Between(1, MostSchedules)).Select(_ => Schedule(chance, services, notifications)) : [],
            .. Enumerable.Range(0, alarms).Select(_ => new Incident.Alarm(Times.Around(chance, notifications), chance.Between(0, services - 1), chance.Percent(50) ? -chance.Between(1, 3) : chance.Between(1, 3)))];
    }

    private static IEnumerable<Incident> Person(Draw chance, TimeSpan at, int services)
    {
        var service = chance.Between(0, services - 1);
        return chance.Between(0, 99) switch
        {
            < 30 => [new Incident.StopExecution(at, chance.Between(0, 7))],
            < 50 => [new Incident.SetLimits(at, service, chance.Percent(60) ? chance.Between(0, 5) : null, chance.Percent(60) ? chance.Between(3, 10) : null)],
            < 70 => [new Incident.SetFlags(at, service, Flag(chance), Flag(chance), Flag(chance))],
            < 88 => [new Incident.Deploy(at, service, chance.Between(0, 8))],
            < 92 => [new Incident.DeleteService(at, service)],
            < 96 => [ReplacementDraw.One(chance, at, service)],
            _ => [new Incident.DeleteService(at, service), ReplacementDraw.LimitsDuringDeletion(chance, at, service)],
        };
    }

    private static Incident.PutScheduledAction Schedule(Draw chance, int services, ImmutableArray<Incident.Publish> notifications)
    {
        var due = DueTimes.Minute(Times.Around(chance, notifications) + chance.Seconds(0, 600));
        var (zone, ahead) = chance.One(Zones);
        DueTimes schedule = chance.Between(0, 2) switch
        {
            0 => new DueTimes.Once(due),
            1 => new DueTimes.Daily(due, zone, TimeSpan.FromMinutes(ahead)),
            _ => new DueTimes.Every(due, chance.Between(2, 90)),
        };
        var (min, more) = (chance.Between(0, 5), chance.Between(0, 5));
        var (setsMin, setsMax) = chance.One([(true, true), (true, false), (false, true)]);
        return new(TimeSpan.Zero, chance.Between(0, services - 1), schedule, setsMin ? min : null, setsMax ? min + more + 1 : null);
    }

    private static bool? Flag(Draw chance) => chance.Between(0, 2) switch
    {
        0 => true,
        1 => false,
        _ => null,
    };
}
