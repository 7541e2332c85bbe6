namespace Headroom.Cloud.Services.EventBridge.Schedules;

/// <summary>
/// By the calendar, in UTC, to the minute: minutes, hours, day of month, month, day of week, year, of which exactly one of the two
/// days is <c>?</c> (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-cron-expressions).
/// </summary>
internal sealed record CronSchedule(CronField Minutes, CronField Hours, CronDays Days, CronField Months, CronField Years) : ScheduleExpression
{
    private const int LastYear = 2199;
    private static readonly string[] MonthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    internal static CronSchedule? Read(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var minutes, var hours, var dayOfMonth, var month, var dayOfWeek, var year]
        && CronField.Parse(minutes, 0, 59) is { } minuteField
        && CronField.Parse(hours, 0, 23) is { } hourField
        && CronDays.Parse(dayOfMonth, dayOfWeek) is { } days
        && CronField.Parse(month, 1, 12, MonthNames) is { } monthField
        && CronField.Parse(year, 1970, LastYear) is { } yearField
            ? new(minuteField, hourField, days, monthField, yearField)
            : null;

    internal override DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset since)
    {
        var from = after.UtcDateTime;
        for (var day = from.Date; day.Year <= LastYear; day = NextDay(day))
        {
            if (!Years.Has(day.Year) || !Months.Has(day.Month) || !Days.Has(day))
            {
                continue;
            }

            foreach (var hour in Hours.Values)
            {
                foreach (var minute in Minutes.Values)
                {
                    var at = day.AddHours(hour).AddMinutes(minute);
                    if (at > from)
                    {
                        return new(at, TimeSpan.Zero);
                    }
                }
            }
        }

        return null;
    }

    // Months and years without a match are passed over as a whole.
    private DateTime NextDay(DateTime day) => (Years.Has(day.Year), Months.Has(day.Month)) switch
    {
        (false, _) => new DateTime(day.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        (_, false) => new DateTime(day.Year, day.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1),
        _ => day.AddDays(1),
    };
}
