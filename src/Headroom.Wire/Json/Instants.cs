using System.Globalization;

namespace Headroom.Wire.Json;

/// <summary>How instants are written in the canonical form.</summary>
public static class Instants
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>UTC with exactly three decimals, so that text order is time order: <c>2026-03-01T12:00:00.000Z</c>.</summary>
    public static string Canonical(DateTimeOffset instant) => instant.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads the canonical form, and any other ISO 8601 form; without an offset it is UTC.</summary>
    /// <exception cref="FormatException">It is no instant.</exception>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
