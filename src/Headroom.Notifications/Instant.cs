using System.Globalization;

namespace Headroom.Notifications;

/// <summary>A point in time as text. What we write is UTC with exactly three decimals, so that text order is time order.</summary>
public static class Instant
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>Reads ISO 8601: date, <c>T</c>, time to the minute or finer, <c>Z</c> or an offset such as <c>+02:00</c>.</summary>
    /// <param name="text">The text; without <c>Z</c> or an offset it names no instant and is not read.</param>
    /// <param name="instant">The instant in UTC, cut to the millisecond.</param>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var read = DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, utc, out var exact);
        instant = exact.AddTicks(-(exact.Ticks % TimeSpan.TicksPerMillisecond));
        return read;
    }

    /// <summary>Writes it as <c>2026-01-01T00:05:00.000Z</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
