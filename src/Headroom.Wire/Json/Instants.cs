using System.Globalization;

namespace Headroom.Wire.Json;

/// <summary>How instants are written in the canonical form.</summary>
public static class Instants
{
    private const int ToTheMillisecond = 23;

    /// <summary>UTC with exactly three decimals, so that text order is time order: <c>2026-03-01T12:00:00.000Z</c>.</summary>
    public static string Canonical(DateTimeOffset instant)
    {
        // The round-trip form is the same but for its seven decimals, and written several times as fast as a form of one's own.
        Span<char> text = stackalloc char[32];
        instant.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        return string.Concat(text[..ToTheMillisecond], "Z");
    }

    /// <summary>Reads the canonical form, and any other ISO 8601 form; without an offset it is UTC.</summary>
    /// <exception cref="FormatException">It is no instant.</exception>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
