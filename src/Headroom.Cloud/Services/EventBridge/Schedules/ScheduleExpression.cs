using System.Globalization;

namespace Headroom.Cloud.Services.EventBridge.Schedules;

/// <summary>When a rule fires by the clock: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html.</summary>
internal abstract record ScheduleExpression
{
    private protected ScheduleExpression()
    {
    }

    /// <summary>The first time after <paramref name="after"/>; null where there is none (any more).</summary>
    /// <param name="after">Exclusive.</param>
    /// <param name="since">When the schedule began: rates count from here.</param>
    internal abstract DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset since);

    /// <summary>Reads <c>rate(5 minutes)</c> or <c>cron(0 12 * * ? *)</c>; null where the text is neither.</summary>
    internal static ScheduleExpression? Parse(string text) => text switch
    {
        _ when Inside(text, "rate(") is { } rate => RateSchedule.Read(rate),
        _ when Inside(text, "cron(") is { } cron => CronSchedule.Read(cron),
        _ => null,
    };

    private static string? Inside(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(')') ? text[start.Length..^1] : null;
}

/// <summary>At a fixed interval.</summary>
internal sealed record RateSchedule(TimeSpan Interval) : ScheduleExpression
{
    internal static RateSchedule? Read(string text) => text.Split(' ') is [var number, var unit]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && Unit(unit, count) is { } one
            ? new(one * count)
            : null;

    internal override DateTimeOffset? Next(DateTimeOffset after, DateTimeOffset since)
    {
        var passed = after < since ? 0 : Math.Floor((after - since) / Interval);
        return since + (Interval * (passed + 1));
    }

    // One is singular, everything else plural; zero is neither.
    private static TimeSpan? Unit(string unit, int count) => (unit, count) switch
    {
        ("minute", 1) or ("minutes", > 1) => TimeSpan.FromMinutes(1),
        ("hour", 1) or ("hours", > 1) => TimeSpan.FromHours(1),
        ("day", 1) or ("days", > 1) => TimeSpan.FromDays(1),
        _ => null,
    };
}
