using System.Globalization;

namespace Headroom.Schedules.Calendar;

/// <summary>A day field of a cron expression, which may also say <c>?</c>, the last day (<c>L</c>), the weekday nearest (<c>15W</c>), or the third Monday (<c>MON#3</c>).</summary>
internal sealed record CronDay(Func<DateTime, bool> Matches)
{
    /// <summary>Days of the month; null where it is no such field.</summary>
    internal static CronDay? OfMonth(string text) => text switch
    {
        "?" or "*" => new(_ => true),
        "L" => new(day => day.Day == DateTime.DaysInMonth(day.Year, day.Month)),
        "LW" => new(day => day.Day == NearestWeekday(day, DateTime.DaysInMonth(day.Year, day.Month))),
        _ when text.EndsWith('W') => int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 31
            ? new(day => number <= DateTime.DaysInMonth(day.Year, day.Month) && day.Day == NearestWeekday(day, number))
            : null,
        _ => CronField.Parse(text, 1, 31) is { } field ? new(day => field.Has(day.Day)) : null,
    };

    /// <summary>Days of the week, 1 for Sunday; null where it is no such field.</summary>
    internal static CronDay? OfWeek(string text, string[] names)
    {
        if (text is "?" or "*")
        {
            return new(_ => true);
        }

        if (text.Split('#') is [var weekday, var nth])
        {
            return CronField.Number(weekday, 1, names) is { } number && int.TryParse(nth, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 5
                ? new(day => NumberOf(day) == number && ((day.Day - 1) / 7) + 1 == count)
                : null;
        }

        if (text.Length > 1 && text.EndsWith('L'))
        {
            return CronField.Number(text[..^1], 1, names) is { } last
                ? new(day => NumberOf(day) == last && day.Day + 7 > DateTime.DaysInMonth(day.Year, day.Month))
                : null;
        }

        return text == "L" ? new(day => day.DayOfWeek == System.DayOfWeek.Saturday)
            : CronField.Parse(text, 1, 7, names) is { } field ? new(day => field.Has(NumberOf(day)))
            : null;
    }

    private static int NumberOf(DateTime day) => (int)day.DayOfWeek + 1;

    // Within the month: the 1st on a Saturday moves to Monday the 3rd, the last on a Sunday to the Friday before.
    private static int NearestWeekday(DateTime day, int number)
    {
        var last = DateTime.DaysInMonth(day.Year, day.Month);
        return new DateTime(day.Year, day.Month, number).DayOfWeek switch
        {
            System.DayOfWeek.Saturday => number > 1 ? number - 1 : number + 2,
            System.DayOfWeek.Sunday => number < last ? number + 1 : number - 2,
            _ => number,
        };
    }
}
