namespace Headroom.Schedules.Calendar;

/// <summary>A schedule in its time zone, within its first and last time.</summary>
/// <param name="Schedule">When.</param>
/// <param name="Zone">The time zone of <c>at</c> and <c>cron</c>.</param>
/// <param name="CreationTime">What <c>rate</c> counts from where there is no <paramref name="StartTime"/>.</param>
/// <param name="StartTime">Not before, inclusive; null for no limit.</param>
/// <param name="EndTime">Not after, inclusive; null for no limit.</param>
public sealed record Recurrence(Schedule Schedule, TimeZoneInfo Zone, DateTimeOffset CreationTime, DateTimeOffset? StartTime, DateTimeOffset? EndTime)
{
    private static readonly TimeSpan ShortestLookBack = TimeSpan.FromMinutes(1);

    /// <summary>The first time after <paramref name="after"/>, exclusive; null where there is none any more.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var from = StartTime is { } start && start > after ? start - TimeSpan.FromTicks(1) : after;
        return Schedule.Next(from, Zone, StartTime ?? CreationTime) is { } at && !(at > EndTime) ? at : null;
    }

    /// <summary>The last time after <paramref name="since"/>, exclusive, until <paramref name="until"/>, inclusive; null where there is none.</summary>
    public DateTimeOffset? Last(DateTimeOffset since, DateTimeOffset until)
    {
        // Looks back further and further: a month of minutes would be long to count from its beginning.
        for (var lookBack = ShortestLookBack; since < until; lookBack *= 2)
        {
            var from = until - since > lookBack ? until - lookBack : since;
            if (LastOf(from, until) is { } last)
            {
                return last;
            }

            if (from == since)
            {
                break;
            }
        }

        return null;
    }

    private DateTimeOffset? LastOf(DateTimeOffset from, DateTimeOffset until)
    {
        DateTimeOffset? last = null;
        for (var next = Next(from); next <= until; next = Next(next.Value))
        {
            last = next;
        }

        return last;
    }
}
