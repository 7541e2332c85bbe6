namespace Headroom.Traffic.Rates;

/// <summary>A recorded load: straight lines between points, none before the first and after the last.</summary>
/// <param name="Start">The time of offset 0.</param>
/// <param name="Points">In order of time, at least two.</param>
public sealed record RateTrace(DateTimeOffset Start, IReadOnlyList<TracePoint> Points) : RequestRate
{
    /// <inheritdoc/>
    public override double Requests(DateTimeOffset from, DateTimeOffset to)
    {
        var (begin, end) = ((from - Start).TotalSeconds, (to - Start).TotalSeconds);
        var sum = 0.0;
        for (var i = FirstLine(begin); i + 1 < Points.Count && Points[i].Seconds < end; i++)
        {
            sum += Between(Points[i], Points[i + 1], begin, end);
        }

        return sum;
    }

    private int FirstLine(double seconds)
    {
        var (low, high) = (0, Points.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Points[middle].Seconds <= seconds ? (middle + 1, high) : (low, middle);
        }

        return Math.Max(0, low - 1);
    }

    private static double Between(TracePoint left, TracePoint right, double begin, double end)
    {
        var (from, to) = (Math.Max(left.Seconds, begin), Math.Min(right.Seconds, end));
        if (to <= from)
        {
            return 0;
        }

        double At(double seconds) =>
            left.RequestsPerSecond + ((right.RequestsPerSecond - left.RequestsPerSecond) * (seconds - left.Seconds) / (right.Seconds - left.Seconds));
        return (At(from) + At(to)) / 2 * (to - from);
    }
}

/// <summary>A point of a trace.</summary>
/// <param name="Seconds">Since the trace's start.</param>
/// <param name="RequestsPerSecond">At least 0.</param>
public sealed record TracePoint(double Seconds, double RequestsPerSecond);
