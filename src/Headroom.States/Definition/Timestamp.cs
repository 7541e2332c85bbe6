using System.Globalization;

namespace Headroom.States.Definition;

/// <summary>RFC 3339 as AWS takes it: upper-case <c>T</c>, and <c>Z</c> or an offset; up to nine decimals, of which seven count.</summary>
internal static class Timestamp
{
    private const int Prefix = 19;
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK"];

    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        var zone = text.Length > Prefix ? text.AsSpan(Prefix).IndexOfAny('Z', '+', '-') + Prefix : -1;
        if (zone < Prefix || (text[zone] == 'Z' ? zone != text.Length - 1 : text.Length != zone + 6))
        {
            return false;
        }

        var fraction = zone - Prefix;
        var cut = fraction > 8 && fraction <= 10 ? text[..(Prefix + 8)] + text[zone..] : text;
        return fraction != 1 && DateTimeOffset.TryParseExact(cut, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }

    /// <summary>As the context object shows instants: UTC, three decimals.</summary>
    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
