using Headroom.Rehearsal.Recording;

namespace Headroom.Rehearsal.Tests;

/// <summary>Recorded runs: a reading a minute for an hour, of a service of 2 to 10 tasks that answer 10 requests a second each.</summary>
internal static class Runs
{
    public const int RequestsPerTask = 10;
    public const int Held = 10;
    private const int Usual = 2;

    /// <summary>One that is held.</summary>
    /// <param name="ready">The minute from which all that is held gets requests; they run a minute before.</param>
    /// <param name="end">The minute in which the hold is over.</param>
    /// <param name="peak">The load from minute 10 to 20, requests per second.</param>
    /// <param name="dropped">Requests dropped in a minute.</param>
    public static RecordedRun OfHold(int ready, int end, double peak = 50, Func<int, double>? dropped = null) =>
        Run(minute => minute > 0 && minute < end, minute => minute >= ready - 1 && minute < end ? Held : Usual, minute => minute >= ready && minute < end ? Held : Usual, peak, dropped);

    /// <summary>One that nobody holds.</summary>
    public static RecordedRun WithoutHold(double peak = 50, Func<int, double>? dropped = null) => Run(_ => false, _ => Usual, _ => Usual, peak, dropped);

    private static RecordedRun Run(Func<int, bool> held, Func<int, int> running, Func<int, int> serving, double peak, Func<int, double>? dropped)
    {
        var (offered, lost) = (0.0, 0.0);
        var readings = new List<Reading>();
        for (var minute = 0; minute <= 60; minute++)
        {
            var load = minute is >= 10 and < 20 ? peak : 1;
            offered += load * 60;
            lost += dropped?.Invoke(minute) ?? 0;
            readings.Add(new(
                TimeSpan.FromMinutes(minute), held(minute) ? Held : Usual, Held, held(minute), running(minute), load, serving(minute) * RequestsPerTask, offered, lost));
        }

        return new(readings);
    }
}
