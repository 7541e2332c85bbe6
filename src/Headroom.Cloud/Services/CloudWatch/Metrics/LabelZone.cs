using System.Globalization;
using System.Text.RegularExpressions;

namespace Headroom.Cloud.Services.CloudWatch.Metrics;

/// <summary>The time zone of labels: a sign and four digits, hours and minutes ahead of UTC or behind it, e.g. <c>+0130</c>.</summary>
internal static partial class LabelZone
{
    internal const string Utc = "+0000";

    /// <summary>The offset, or null where it is none.</summary>
    internal static TimeSpan? Parse(string zone)
    {
        if (!Form().IsMatch(zone))
        {
            return null;
        }

        var offset = TimeSpan.FromHours(int.Parse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture)) + TimeSpan.FromMinutes(int.Parse(zone.AsSpan(3), CultureInfo.InvariantCulture));
        return offset.TotalHours > 14 ? null : zone[0] == '-' ? -offset : offset;
    }

    [GeneratedRegex("^[+-][0-9]{2}[0-5][0-9]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex Form();
}
