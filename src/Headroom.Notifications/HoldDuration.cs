using System.Buffers;
using System.Globalization;

namespace Headroom.Notifications;

/// <summary>
/// A length of time as text: an ISO 8601 duration of weeks, days, hours, minutes and seconds (<c>PT1H30M</c>, <c>P1D</c>, <c>PT0.5S</c>).
/// Years and months are not read, because they have no fixed length.
/// </summary>
public static class HoldDuration
{
    private const string DateUnits = "WD";
    private const string TimeUnits = "HMS";
    private const int MostDigits = 9;
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Reads an ISO 8601 duration.</summary>
    /// <param name="text">Upper-case, units in descending order, at least one; seconds may have up to three decimals.</param>
    /// <param name="duration">Zero or more; zero when the text is not read.</param>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text is not ['P', .. var parts] || parts.Length == 0)
        {
            return false;
        }

        return parts.Split('T') switch
        {
            [var date] => TryAdd(date, DateUnits, ref duration),
            ["", var time] => time.Length > 0 && TryAdd(time, TimeUnits, ref duration),
            [var date, var time] => time.Length > 0 && TryAdd(date, DateUnits, ref duration) && TryAdd(time, TimeUnits, ref duration),
            _ => false,
        };
    }

    /// <summary>Writes it in hours, minutes and seconds: <c>PT6H</c>, <c>PT36H</c>, <c>PT1H30M</c>, <c>PT0.25S</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        var hours = duration.Days * 24 + duration.Hours;
        var seconds = duration.Seconds + duration.Milliseconds / 1000m;
        var whole = (hours > 0 ? $"{hours}H" : "") + (duration.Minutes > 0 ? $"{duration.Minutes}M" : "");
        return "PT" + whole + (seconds > 0 || whole.Length == 0 ? $"{seconds.ToString("0.###", CultureInfo.InvariantCulture)}S" : "");
    }

    private static bool TryAdd(string parts, string units, ref TimeSpan sum)
    {
        while (parts.Length > 0)
        {
            var digits = parts.AsSpan().IndexOfAnyExcept(NumberCharacters);
            var unit = digits < 1 ? -1 : units.IndexOf(parts[digits], StringComparison.Ordinal);
            if (unit < 0 || !TryAmount(parts[..digits], parts[digits], out var part))
            {
                return false;
            }

            sum += part;
            units = units[(unit + 1)..];
            parts = parts[(digits + 1)..];
        }

        return true;
    }

    private static bool TryAmount(string number, char unit, out TimeSpan part)
    {
        part = TimeSpan.Zero;
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var wellFormed = point < 0
            ? number.Length <= MostDigits
            : unit == 'S' && point is > 0 and <= MostDigits && number.Length - point is > 1 and <= 4;
        if (!wellFormed || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }

        var ticks = unit switch
        {
            'W' => 7 * TimeSpan.TicksPerDay,
            'D' => TimeSpan.TicksPerDay,
            'H' => TimeSpan.TicksPerHour,
            'M' => TimeSpan.TicksPerMinute,
            _ => TimeSpan.TicksPerSecond,
        };
        part = TimeSpan.FromTicks((long)decimal.Min(amount * ticks, TimeSpan.MaxValue.Ticks / 8));
        return true;
    }
}
