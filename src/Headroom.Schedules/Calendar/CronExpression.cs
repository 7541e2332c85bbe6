namespace Headroom.Schedules.Calendar;

/// <summary>
/// AWS's six fields: minutes, hours, day of month, month, day of week (1 or SUN to 7 or SAT), year. One of the two day fields is <c>?</c>.
/// </summary>
internal sealed record CronExpression
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    internal required CronField Minutes { get; init; }

    internal required CronField Hours { get; init; }

    internal required CronDay DayOfMonth { get; init; }

    internal required CronField Month { get; init; }

    internal required CronDay DayOfWeek { get; init; }

    internal required CronField Year { get; init; }

    /// <summary>Reads the six fields; null where they are none.</summary>
    internal static CronExpression? Parse(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var minutes, var hours, var dayOfMonth, var month, var dayOfWeek, var year]
            || (dayOfMonth == "?") == (dayOfWeek == "?"))
        {
            return null;
        }

        return CronField.Parse(minutes, 0, 59) is { } parsedMinutes
            && CronField.Parse(hours, 0, 23) is { } parsedHours
            && CronDay.OfMonth(dayOfMonth) is { } parsedDayOfMonth
            && CronField.Parse(month, 1, 12, Months) is { } parsedMonth
            && CronDay.OfWeek(dayOfWeek, Days) is { } parsedDayOfWeek
            && CronField.Parse(year, FirstYear, LastYear) is { } parsedYear
            ? new() { Minutes = parsedMinutes, Hours = parsedHours, DayOfMonth = parsedDayOfMonth, Month = parsedMonth, DayOfWeek = parsedDayOfWeek, Year = parsedYear }
            : null;
    }

    /// <summary>The first matching local time whose instant is after <paramref name="after"/>; null where no year matches any more.</summary>
    internal DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        for (var day = TimeZoneInfo.ConvertTime(after, zone).Date; day.Year <= LastYear; day = NextDay(day))
        {
            if (!Matches(day))
            {
                continue;
            }

            foreach (var time in Hours.Values.SelectMany(hour => Minutes.Values.Select(minute => day.AddHours(hour).AddMinutes(minute))))
            {
                if (LocalTimes.Instant(time, zone) is { } at && at > after)
                {
                    return at;
                }
            }
        }

        return null;
    }

    // Whole years and months that do not match are passed over at once.
    private DateTime NextDay(DateTime day) =>
        !Year.Has(day.Year) ? new(day.Year + 1, 1, 1)
        : !Month.Has(day.Month) ? new DateTime(day.Year, day.Month, 1).AddMonths(1)
        : day.AddDays(1);

    private bool Matches(DateTime day) => Year.Has(day.Year) && Month.Has(day.Month) && DayOfMonth.Matches(day) && DayOfWeek.Matches(day);
}
