namespace Headroom.Rehearsal.Recording;

/// <summary>One rehearsal from the notification to its end, and what can be told of it.</summary>
/// <param name="Readings">In order of time, at least two.</param>
public sealed record RecordedRun(IReadOnlyList<Reading> Readings)
{
    // Both sides of a comparison have gone through JSON.
    private const double Rounding = 0.999;

    private Reading First => Readings[0];

    private Reading Last => Readings[^1];

    /// <summary>Requests that came.</summary>
    public double Requests => Last.Offered - First.Offered;

    /// <summary>Of them, those that waited too long.</summary>
    public double Dropped => Last.Dropped - First.Dropped;

    /// <summary>Whether that is less than half of a request: a model of rates has no whole ones.</summary>
    public bool DropsNothing => IsNothing(Dropped);

    /// <summary>Most tasks that ran at once.</summary>
    public int MostTasks => Readings.Max(reading => reading.RunningCount);

    /// <summary>Hours of running tasks.</summary>
    public double TaskHours => Readings.Zip(Readings.Skip(1), (from, to) => from.RunningCount * (to.At - from.At).TotalHours).Sum();

    /// <summary>The reading with the highest load.</summary>
    public Reading Peak => Readings.MaxBy(reading => reading.RequestsPerSecond)!;

    /// <summary>Requests per second that one task answers; 0 where none ever ran.</summary>
    public double RequestsPerTask => Readings.Where(reading => reading.RunningCount > 0).Select(reading => reading.Capacity / reading.RunningCount).DefaultIfEmpty(0).Max();

    /// <summary>The first reading with scale-in suspended; null where nothing was held.</summary>
    public Reading? Paused => Readings.FirstOrDefault(reading => reading.ScaleInSuspended);

    /// <summary>The first reading at which all that is held gets requests.</summary>
    public Reading? Ready
    {
        get
        {
            var perTask = RequestsPerTask;
            return Readings.FirstOrDefault(reading =>
                reading.ScaleInSuspended && reading.RunningCount >= reading.MinCapacity && reading.Capacity >= Rounding * reading.MinCapacity * perTask);
        }
    }

    /// <summary>The first reading after the pause with scale-in active again.</summary>
    public Reading? Resumed => Readings.SkipWhile(reading => !reading.ScaleInSuspended).FirstOrDefault(reading => !reading.ScaleInSuspended);

    /// <summary>Requests dropped in the minutes that ended after <paramref name="from"/>, up to <paramref name="to"/>.</summary>
    public double DroppedBetween(TimeSpan from, TimeSpan to) => Droppings().Where(dropping => dropping.At > from && dropping.At <= to).Sum(dropping => dropping.Requests);

    /// <summary>The end of the last minute in which requests were dropped, or null.</summary>
    public TimeSpan? LastDropped => Droppings().Where(dropping => !IsNothing(dropping.Requests)).Select(dropping => (TimeSpan?)dropping.At).LastOrDefault();

    internal static bool IsNothing(double requests) => requests < 0.5;

    private IEnumerable<(TimeSpan At, double Requests)> Droppings() => Readings.Zip(Readings.Skip(1), (from, to) => (to.At, to.Dropped - from.Dropped));
}
