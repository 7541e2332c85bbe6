namespace Headroom.Cloud.Services.EventBridge.Schedules;

/// <summary>On which days a cron expression fires.</summary>
internal abstract record CronDays
{
    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private CronDays()
    {
    }

    internal abstract bool Has(DateTime day);

    /// <summary>Days of the month.</summary>
    internal sealed record OfMonth(CronField Field) : CronDays
    {
        internal override bool Has(DateTime day) => Field.Has(day.Day);
    }

    /// <summary><c>L</c>: the last day of the month.</summary>
    internal sealed record LastOfMonth : CronDays
    {
        internal override bool Has(DateTime day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
    }

    /// <summary><c>15W</c>: the weekday nearest to a day, within its month.</summary>
    internal sealed record NearestWeekday(int Day) : CronDays
    {
        internal override bool Has(DateTime day)
        {
            var length = DateTime.DaysInMonth(day.Year, day.Month);
            var wanted = new DateTime(day.Year, day.Month, Math.Min(Day, length), 0, 0, 0, DateTimeKind.Utc);
            return day.Date == wanted.DayOfWeek switch
            {
                DayOfWeek.Saturday => wanted.AddDays(wanted.Day == 1 ? 2 : -1),
                DayOfWeek.Sunday => wanted.AddDays(wanted.Day == length ? -2 : 1),
                _ => wanted,
            };
        }
    }

    /// <summary>Days of the week, Sunday being 1.</summary>
    internal sealed record OfWeek(CronField Field) : CronDays
    {
        internal override bool Has(DateTime day) => Field.Has((int)day.DayOfWeek + 1);
    }

    /// <summary><c>6L</c>: the last Friday of the month.</summary>
    internal sealed record LastOfWeek(int DayOfWeek) : CronDays
    {
        internal override bool Has(DateTime day) => (int)day.DayOfWeek + 1 == DayOfWeek && day.AddDays(7).Month != day.Month;
    }

    /// <summary><c>3#2</c>: the second Tuesday of the month.</summary>
    internal sealed record NthOfWeek(int DayOfWeek, int Nth) : CronDays
    {
        internal override bool Has(DateTime day) => (int)day.DayOfWeek + 1 == DayOfWeek && (day.Day - 1) / 7 == Nth - 1;
    }

    /// <summary>Reads the two fields, of which one must be <c>?</c>; null where they are none.</summary>
    internal static CronDays? Parse(string ofMonth, string ofWeek) => (ofMonth, ofWeek) switch
    {
        ("?", "?") => null,
        (_, "?") => Month(ofMonth),
        ("?", _) => Week(ofWeek),
        _ => null,
    };

    private static CronDays? Month(string text) => text switch
    {
        "L" => new LastOfMonth(),
        [.. var day, 'W'] => CronField.Number(day, 1, 31, null) is { } number ? new NearestWeekday(number) : null,
        _ => CronField.Parse(text, 1, 31) is { } field ? new OfMonth(field) : null,
    };

    private static CronDays? Week(string text) => text switch
    {
        "L" => new OfWeek(new([7])),
        [.. var day, 'L'] => DayNumber(day) is { } number ? new LastOfWeek(number) : null,
        _ when text.Split('#') is [var day, var nth] => DayNumber(day) is { } number && CronField.Number(nth, 1, 5, null) is { } count
            ? new NthOfWeek(number, count)
            : null,
        _ => CronField.Parse(text, 1, 7, DayNames) is { } field ? new OfWeek(field) : null,
    };

    private static int? DayNumber(string text) => CronField.Number(text, 1, 7, DayNames);
}
