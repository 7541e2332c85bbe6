using System.Globalization;

namespace Headroom.Schedules.Calendar;

/// <summary>
/// When something recurs, as AWS's services write it: <c>at(2026-03-01T12:00:00)</c>, <c>rate(5 minutes)</c>, <c>cron(0 9 ? * MON-FRI *)</c>
/// (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html).
/// </summary>
public abstract record Schedule
{
    private Schedule()
    {
    }

    /// <summary>The first time after <paramref name="after"/>, or null where there is none any more.</summary>
    /// <param name="after">Exclusive.</param>
    /// <param name="zone">The time zone of <c>at</c> and <c>cron</c>.</param>
    /// <param name="anchor">What <c>rate</c> counts from.</param>
    public abstract DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone, DateTimeOffset anchor);

    /// <summary>Reads an expression; null where it is none.</summary>
    public static Schedule? Parse(string expression)
    {
        var open = expression.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || !expression.EndsWith(')'))
        {
            return null;
        }

        var inside = expression[(open + 1)..^1].Trim();
        return expression[..open] switch
        {
            "at" => At(inside),
            "rate" => Rate(inside),
            "cron" => CronExpression.Parse(inside) is { } cron ? new Cron(cron) : null,
            _ => null,
        };
    }

    private static Once? At(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new Once(local) : null;

    private static Every? Rate(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var number, var unit] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
        {
            return null;
        }

        return unit switch
        {
            "minute" or "minutes" => new Every(TimeSpan.FromMinutes(count)),
            "hour" or "hours" => new Every(TimeSpan.FromHours(count)),
            "day" or "days" => new Every(TimeSpan.FromDays(count)),
            _ => null,
        };
    }

    /// <summary>Once, at a local time.</summary>
    internal sealed record Once(DateTime Local) : Schedule
    {
        public override DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone, DateTimeOffset anchor) =>
            LocalTimes.Instant(Local, zone) is { } at && at > after ? at : null;
    }

    /// <summary>Again and again.</summary>
    internal sealed record Every(TimeSpan Interval) : Schedule
    {
        public override DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone, DateTimeOffset anchor) =>
            after < anchor ? anchor : anchor + (Interval * (Math.Floor((after - anchor) / Interval) + 1));
    }

    /// <summary>At local times that match.</summary>
    internal sealed record Cron(CronExpression Expression) : Schedule
    {
        public override DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone, DateTimeOffset anchor) => Expression.Next(after, zone);
    }
}
