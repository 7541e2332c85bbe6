using System.Globalization;

namespace Headroom.Bench.Comparison;

/// <summary>A time span in words, to the second.</summary>
internal static class Time
{
    internal static string Of(TimeSpan time)
    {
        var seconds = (int)Math.Round(time.TotalSeconds);
        return (seconds / 3600, seconds / 60 % 60, seconds % 60) switch
        {
            (0, 0, var s) => string.Create(CultureInfo.InvariantCulture, $"{s} s"),
            (0, var m, 0) => string.Create(CultureInfo.InvariantCulture, $"{m} min"),
            (0, var m, var s) => string.Create(CultureInfo.InvariantCulture, $"{m} min {s} s"),
            (var h, 0, _) => string.Create(CultureInfo.InvariantCulture, $"{h} h"),
            var (h, m, _) => string.Create(CultureInfo.InvariantCulture, $"{h} h {m} min"),
        };
    }
}
