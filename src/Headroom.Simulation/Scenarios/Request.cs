using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>What a notification asks for, as its author meant it.</summary>
public abstract record Request
{
    private Request()
    {
    }

    /// <summary>A hold.</summary>
    /// <param name="Services">The services, by number.</param>
    /// <param name="Lasts">From the later of its publication and <paramref name="StartAt"/>.</param>
    /// <param name="Capacity">Task count, percentage, or maximum.</param>
    /// <param name="StartAt">After the run's start; null for at once.</param>
    public sealed record Hold(ImmutableArray<int> Services, TimeSpan Lasts, Wanted Capacity, TimeSpan? StartAt) : Request;

    /// <summary>The end of a hold.</summary>
    public sealed record Release(ImmutableArray<int> Services) : Request;

    /// <summary>Nothing that can be granted: it must be refused.</summary>
    public sealed record Bad : Request;
}
