using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>Draws notifications: alone, overlapping, nested, in bursts within a millisecond, late, twice, early, bad.</summary>
internal static class NotificationDraw
{
    private const int Most = 40;
    private const int HoursInSeconds = 3600;

    internal static ImmutableArray<Incident.Publish> Some(Draw chance, ImmutableArray<ServiceShape> services)
    {
        var count = chance.Percent(50) ? chance.Between(1, 4) : chance.Percent(90) ? chance.Between(2, 10) : chance.Between(10, Most);
        var within = chance.Percent(70) ? chance.Between(1, 600) : chance.Between(600, 2 * HoursInSeconds);
        var times = Enumerable.Range(0, count).Select(_ => chance.Seconds(0, within)).ToList();
        if (chance.Percent(30))
        {
            times = [.. times.Select(at => chance.Percent(60) ? times[0] + chance.Milliseconds(0, chance.Percent(50) ? 1 : 40) : at)];
        }

        var published = times.Select(at => Publish(chance, at, services)).ToImmutableArray();
        return chance.Percent(25) ? [.. published, .. Followers(chance, published, services)] : published;
    }

    // Just when another hold ends is when an extension is easily lost.
    private static List<Incident.Publish> Followers(Draw chance, ImmutableArray<Incident.Publish> published, ImmutableArray<ServiceShape> services) =>
        Enumerable.Range(0, chance.Between(1, 3)).Select(_ => Publish(chance, Times.Positive(Times.EndOf(chance.One(published)) - TimeSpan.FromMilliseconds(chance.Between(-600, 600))), services)).ToList();

    /// <summary>A hold of one service, delivered at once, that lasts for a quarter of an hour or more.</summary>
    internal static Incident.Publish Of(Draw chance, TimeSpan at, int service, int services, Wanted capacity) =>
        Of(chance, at, chance.Seconds(900, 1_800), service, services, capacity);

    /// <summary>A hold of one service, delivered at once.</summary>
    internal static Incident.Publish Of(Draw chance, TimeSpan at, TimeSpan lasts, int service, int services, Wanted capacity) =>
        AtOnce(chance, at, new Request.Hold([service], lasts, capacity, null), services);

    /// <summary>A hold of any tasks, delivered at once, that lasts for some minutes from then on.</summary>
    internal static Incident.Publish Longer(Draw chance, TimeSpan at, int services) =>
        AtOnce(chance, at, new Request.Hold(Services(chance, services), chance.Seconds(60, 600), chance.Percent(50) ? new Wanted.Tasks(1) : new Wanted.Maximum(), null), services);

    /// <summary>A release of one service, delivered at once.</summary>
    internal static Incident.Publish Release(Draw chance, TimeSpan at, int service, int services) => AtOnce(chance, at, new Request.Release([service]), services);

    private static Incident.Publish AtOnce(Draw chance, TimeSpan at, Request request, int services) => new(at, request, MessageText.Of(request, chance, services), [TimeSpan.Zero]);

    private static Incident.Publish Publish(Draw chance, TimeSpan at, ImmutableArray<ServiceShape> services)
    {
        Request request = chance.Between(0, 99) switch
        {
            < 4 => new Request.Bad(),
            < 18 => new Request.Release(Services(chance, services.Length)),
            _ => Hold(chance, at, services),
        };
        return new(at, request, MessageText.Of(request, chance, services.Length), Deliveries(chance));
    }

    private static Request.Hold Hold(Draw chance, TimeSpan at, ImmutableArray<ServiceShape> services)
    {
        TimeSpan? startAt = chance.Percent(12) ? at + chance.Seconds(-60, 900) : null;
        return new Request.Hold(Services(chance, services.Length), Lasts(chance), Capacity(chance, services), startAt is { } start ? Whole(start) : null);
    }

    private static TimeSpan Lasts(Draw chance) => TimeSpan.FromSeconds(chance.Between(0, 99) switch
    {
        < 20 => chance.Between(1, 30),
        < 80 => chance.Between(30, 900),
        < 95 => chance.Between(900, HoursInSeconds),
        _ => chance.Between(HoursInSeconds, 6 * HoursInSeconds),
    });

    private static Wanted Capacity(Draw chance, ImmutableArray<ServiceShape> services) => chance.Between(0, 9) switch
    {
        < 4 => new Wanted.Maximum(),
        < 6 => new Wanted.Percent(chance.Between(1, 100)),
        _ => new Wanted.Tasks(chance.Between(1, services.Max(service => service.Max) + 2)),
    };

    private static ImmutableArray<int> Services(Draw chance, int count) =>
        chance.Percent(60) ? [.. Enumerable.Range(0, count)] : [chance.Between(0, count - 1)];

    // Usually once and at once; sometimes twice; sometimes hours late, because SNS and Lambda retry that long.
    private static ImmutableArray<TimeSpan> Deliveries(Draw chance)
    {
        var first = Late(chance);
        return chance.Percent(10) ? [first, first + Late(chance)] : [first];
    }

    private static TimeSpan Late(Draw chance) => chance.Between(0, 99) switch
    {
        < 80 => TimeSpan.Zero,
        < 90 => chance.Milliseconds(0, 3000),
        < 97 => chance.Seconds(1, 600),
        _ => chance.Seconds(600, 3 * HoursInSeconds),
    };

    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromSeconds(Math.Floor(time.TotalSeconds));
}
