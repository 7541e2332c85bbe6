namespace Headroom.Bench.FanOut;

/// <summary>Something that is reached when every service has reached it, and what was asked of the buckets until then.</summary>
/// <param name="services">How many services.</param>
internal sealed class Milestone(int services)
{
    private readonly HashSet<string> _reached = new(StringComparer.Ordinal);

    /// <summary>When the last service reached it, since the notification was published; null before.</summary>
    internal TimeSpan? Took { get; private set; }

    /// <summary>What was served, by operation.</summary>
    internal Dictionary<string, int> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>What was refused or had to wait, by operation.</summary>
    internal Dictionary<string, int> Throttled { get; } = new(StringComparer.Ordinal);

    internal void Reach(string service, TimeSpan at)
    {
        if (_reached.Add(service) && _reached.Count == services)
        {
            Took = at;
        }
    }

    internal void Count(string operation, bool throttled, int times = 1)
    {
        if (Took is null)
        {
            var counts = throttled ? Throttled : Answered;
            counts[operation] = counts.GetValueOrDefault(operation) + times;
        }
    }
}
