using System.Globalization;

namespace Headroom.Schedules.Calendar;

/// <summary>One field of a cron expression: the numbers that it allows, in order.</summary>
internal sealed record CronField(IReadOnlyList<int> Values)
{
    internal bool Has(int value) => Values.Contains(value);

    /// <summary>Reads <c>*</c>, <c>5</c>, <c>1-5</c>, <c>1,3</c>, <c>0/15</c>, <c>JAN</c>; null where it is none of them.</summary>
    internal static CronField? Parse(string text, int least, int most, string[]? names = null)
    {
        var values = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var step = 1;
            var range = part;
            if (part.Split('/') is [var before, var after])
            {
                if (!int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out step) || step < 1)
                {
                    return null;
                }

                range = before;
            }

            if (Range(range, least, most, names, open: part.Contains('/')) is not var (from, to) || from < least || to > most)
            {
                return null;
            }

            // A range may pass the end: FRI-MON.
            var length = to >= from ? to - from : to + (most - least + 1) - from;
            for (var offset = 0; offset <= length; offset += step)
            {
                values.Add(least + ((from - least + offset) % (most - least + 1)));
            }
        }

        return new([.. values]);
    }

    internal static int? Number(string text, int least, string[]? names) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : names is not null && Array.IndexOf(names, text.ToUpperInvariant()) is >= 0 and var at ? at + least
        : null;

    private static (int From, int To)? Range(string text, int least, int most, string[]? names, bool open)
    {
        if (text == "*")
        {
            return (least, most);
        }

        var ends = text.Split('-');
        return (Number(ends[0], least, names), ends.Length) switch
        {
            ({ } from, 1) => (from, open ? most : from),
            ({ } from, 2) when Number(ends[1], least, names) is { } to => (from, to),
            _ => null,
        };
    }
}
