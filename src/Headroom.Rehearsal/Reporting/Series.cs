using Headroom.Rehearsal.Recording;

namespace Headroom.Rehearsal.Reporting;

/// <summary>One line of a plot.</summary>
/// <param name="Name">As the legend has it.</param>
/// <param name="Colour">A colour of CSS.</param>
/// <param name="IsStepped">Whether it stays until it jumps (a count), or moves in between (a rate).</param>
/// <param name="Run">Where its values are.</param>
/// <param name="Value">Which value of a reading.</param>
internal sealed record Series(string Name, string Colour, bool IsStepped, RecordedRun Run, Func<Reading, double> Value)
{
    /// <summary>The points to be joined, in order of time.</summary>
    internal IEnumerable<(TimeSpan At, double Value)> Points()
    {
        double? before = null;
        foreach (var reading in Run.Readings)
        {
            var value = Value(reading);
            if (IsStepped && before is { } stayed && stayed != value)
            {
                yield return (reading.At, stayed);
            }

            yield return (reading.At, value);
            before = value;
        }
    }
}

/// <summary>A moment that a plot marks.</summary>
internal sealed record Moment(TimeSpan At, string Name);
