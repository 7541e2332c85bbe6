using System.Globalization;

namespace Headroom.Traffic.Rates;

/// <summary>
/// Reads a load from CSV: a header line, then a line per point with two columns, the time (an ISO 8601 instant, or seconds) and the
/// requests per second at it. Times that are instants are taken relative to the first.
/// </summary>
public static class TraceReader
{
    /// <summary>The trace, beginning at <paramref name="start"/>.</summary>
    /// <exception cref="FormatException">A line that is no point, or points out of order; the message names the line.</exception>
    public static RateTrace Read(string csv, DateTimeOffset start)
    {
        var lines = csv.Split('\n').Select((text, i) => (Text: text.Trim(), Number: i + 1)).Skip(1).Where(line => line.Text.Length > 0).ToList();
        var points = lines.Select(line => Point(line.Text, line.Number)).ToList();
        if (points.Count < 2)
        {
            throw new FormatException("A trace needs a header and at least two points.");
        }

        for (var i = 1; i < points.Count; i++)
        {
            if (points[i].Seconds <= points[i - 1].Seconds)
            {
                throw new FormatException($"Line {lines[i].Number}: its time is not later than that of the line before.");
            }
        }

        return new(start, [.. points.Select(point => point with { Seconds = point.Seconds - points[0].Seconds })]);
    }

    private static TracePoint Point(string text, int number)
    {
        var columns = text.Split(',', StringSplitOptions.TrimEntries);
        if (columns.Length < 2 || !double.TryParse(columns[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) || rate < 0)
        {
            throw new FormatException($"Line {number}: expected a time and a rate of at least 0, got \"{text}\".");
        }

        return new(Seconds(columns[0], number), rate);
    }

    private static double Seconds(string text, int number)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? (instant - DateTimeOffset.UnixEpoch).TotalSeconds
            : throw new FormatException($"Line {number}: \"{text}\" is neither an instant nor a number of seconds.");
    }
}
