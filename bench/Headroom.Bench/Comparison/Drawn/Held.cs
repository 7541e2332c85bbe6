using System.Collections.Immutable;
using Headroom.Simulation.Scenarios;

namespace Headroom.Bench.Comparison.Drawn;

/// <summary>A time in which capacity is promised without a gap, by one notification or by several.</summary>
/// <param name="From">From the first delivery on.</param>
/// <param name="Until">The latest end.</param>
internal sealed record Held(TimeSpan From, TimeSpan Until)
{
    /// <summary>What a scenario's notifications promise. One that is delivered when it is over promises nothing.</summary>
    internal static ImmutableArray<Held> Of(DrawnScenario scenario)
    {
        var merged = new List<Held>();
        foreach (var one in scenario.Published.Where(publish => publish.Notification is Request.Hold)
            .Select(publish => new Held(publish.At + publish.DeliveredAfter.Min(), publish.At + DrawnScenario.HoldFor))
            .Where(held => held.From < held.Until)
            .OrderBy(held => held.From))
        {
            if (merged is [.., { } last] && one.From <= last.Until)
            {
                merged[^1] = last with { Until = one.Until > last.Until ? one.Until : last.Until };
            }
            else
            {
                merged.Add(one);
            }
        }

        return [.. merged];
    }

    internal bool Contains(TimeSpan time) => From <= time && time < Until;
}
