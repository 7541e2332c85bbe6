using System.Collections.Immutable;

namespace Headroom.Simulation.Scenarios;

/// <summary>Everything that makes one run: the same scenario gives the same run, byte for byte.</summary>
/// <param name="Seed">What the cloud's own latencies, jitter and ids are drawn from.</param>
/// <param name="Services">The covered services, 1 to 8.</param>
/// <param name="Incidents">What happens, in no particular order.</param>
/// <param name="Faults">What goes wrong.</param>
public sealed record Scenario(ulong Seed, ImmutableArray<ServiceShape> Services, ImmutableArray<Incident> Incidents, ImmutableArray<Fault> Faults)
{
    /// <summary>How long after an execution's start or end DescribeExecution may still not say so.</summary>
    public TimeSpan Staleness { get; init; }

    /// <summary>How far the services' clocks are ahead, by service; those that are not named are right.</summary>
    public ImmutableDictionary<string, TimeSpan> Clocks { get; init; } = ImmutableDictionary<string, TimeSpan>.Empty;

    /// <summary>What passes before the first incident: sweeps come at their own rate, at any distance from it.</summary>
    public TimeSpan Lead { get; init; }
}
