using System.Globalization;

namespace Headroom.Cloud.Services.EventBridge.Schedules;

/// <summary>The values that one field of a cron expression stands for, in order.</summary>
internal sealed record CronField(IReadOnlyList<int> Values)
{
    internal bool Has(int value) => Values.Contains(value);

    /// <summary>Reads <c>*</c>, values, ranges, steps and lists of these; null where the text is something else or out of range.</summary>
    internal static CronField? Parse(string text, int least, int greatest, string[]? names = null)
    {
        var values = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            if (Range(part, least, greatest, names) is not { } range)
            {
                return null;
            }

            for (var value = range.From; value <= range.To; value += range.Step)
            {
                values.Add(value);
            }
        }

        return new([.. values]);
    }

    /// <summary>A number, or the name of one, counted from <paramref name="least"/>; null where it is neither or out of range.</summary>
    internal static int? Number(string text, int least, int greatest, string[]? names)
    {
        var name = Array.IndexOf(names ?? [], text.ToUpperInvariant());
        if (name >= 0)
        {
            return name + least;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= greatest
            ? number
            : null;
    }

    private static (int From, int To, int Step)? Range(string part, int least, int greatest, string[]? names)
    {
        if (part.Split('/') is [var range, var text])
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
                && step > 0
                && Range(range, least, greatest, names) is { } stepped
                ? (stepped.From, range.Contains('-', StringComparison.Ordinal) ? stepped.To : greatest, step)
                : null;
        }

        if (part == "*")
        {
            return (least, greatest, 1);
        }

        if (part.Split('-') is [var first, var last])
        {
            return Number(first, least, greatest, names) is { } from && Number(last, least, greatest, names) is { } to && from <= to
                ? (from, to, 1)
                : null;
        }

        return Number(part, least, greatest, names) is { } one ? (one, one, 1) : null;
    }
}
