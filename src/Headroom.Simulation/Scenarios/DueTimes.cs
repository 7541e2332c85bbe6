using System.Globalization;
using Headroom.Simulation.Staging;

namespace Headroom.Simulation.Scenarios;

/// <summary>When a scheduled action is due, known without reading its expression. Times are whole minutes of the cloud's clock.</summary>
/// <param name="First">The first time.</param>
public abstract record DueTimes(DateTimeOffset First)
{
    /// <summary>As Application Auto Scaling is told it.</summary>
    internal abstract string Expression { get; }

    /// <summary>The time zone that goes with it; null for none.</summary>
    internal virtual string? TimeZone => null;

    /// <summary>What passes between two times; null where there is only one.</summary>
    private protected virtual TimeSpan? Period => null;

    /// <summary>The times in (from, to].</summary>
    internal IEnumerable<DateTimeOffset> Between(DateTimeOffset from, DateTimeOffset to)
    {
        var due = First;
        if (Period is { } period && from >= First)
        {
            due += period * (Math.Floor((from - First) / period) + 1);
        }

        while (due > from && due <= to)
        {
            yield return due;
            if (Period is not { } next)
            {
                yield break;
            }

            due += next;
        }
    }

    /// <summary>Once.</summary>
    public sealed record Once(DateTimeOffset First) : DueTimes(First)
    {
        internal override string Expression => string.Create(CultureInfo.InvariantCulture, $"at({First.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss})");
    }

    /// <summary>Each day at the same time of a time zone, whose clock is not changed on the run's days.</summary>
    /// <param name="First">The first time.</param>
    /// <param name="Zone">The time zone.</param>
    /// <param name="Ahead">How far it is ahead of UTC.</param>
    public sealed record Daily(DateTimeOffset First, string Zone, TimeSpan Ahead) : DueTimes(First)
    {
        internal override string Expression
        {
            get
            {
                var local = First.ToOffset(Ahead);
                return string.Create(CultureInfo.InvariantCulture, $"cron({local.Minute} {local.Hour} * * ? *)");
            }
        }

        internal override string? TimeZone => Zone;

        private protected override TimeSpan? Period => TimeSpan.FromDays(1);
    }

    /// <summary>Every so many minutes from <paramref name="Start"/> on.</summary>
    /// <param name="Start">Its StartTime.</param>
    /// <param name="Minutes">At least 2.</param>
    public sealed record Every(DateTimeOffset Start, int Minutes) : DueTimes(Start)
    {
        internal override string Expression => $"rate({Minutes} minutes)";

        private protected override TimeSpan? Period => TimeSpan.FromMinutes(Minutes);
    }

    /// <summary>The run's start and so many minutes.</summary>
    internal static DateTimeOffset Minute(TimeSpan afterStart) => Stage.Start.AddMinutes(Math.Floor(afterStart.TotalMinutes));
}
