using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headroom.Wire.Descriptions;

namespace Headroom.Wire.Json;

/// <summary>Instants as protocols write them.</summary>
public static class WireInstants
{
    /// <summary>Reads a number of seconds since 1970, or text in any of AWS's formats.</summary>
    public static bool TryRead(JsonNode json, out DateTimeOffset instant)
    {
        instant = default;
        return json.GetValueKind() switch
        {
            JsonValueKind.Number => TryFromSeconds(json.ToJsonString(), out instant),
            JsonValueKind.String => TryRead((string)json!, out instant),
            _ => false,
        };
    }

    /// <summary>Reads text: ISO 8601, an HTTP date, or seconds since 1970.</summary>
    public static bool TryRead(string text, out DateTimeOffset instant) =>
        TryFromSeconds(text, out instant)
        || DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);

    /// <summary>Seconds since 1970, with up to three decimals.</summary>
    public static decimal Seconds(DateTimeOffset instant) => instant.ToUnixTimeMilliseconds() / 1000m;

    /// <summary>Text in the format asked for.</summary>
    public static string Write(DateTimeOffset instant, TimestampFormat format) => format switch
    {
        TimestampFormat.Iso8601 => Instants.Canonical(instant),
        TimestampFormat.UnixTimestamp => Seconds(instant).ToString("0.###", CultureInfo.InvariantCulture),
        TimestampFormat.Rfc822 => instant.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no format of time"),
    };

    private static bool TryFromSeconds(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            || !(Math.Abs(seconds) < 60_000_000_000))
        {
            return false;
        }

        instant = DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000));
        return true;
    }
}
