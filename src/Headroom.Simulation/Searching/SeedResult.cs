using Headroom.Simulation.Checking;

namespace Headroom.Simulation.Searching;

/// <summary>What one seed came to.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Simulated">How much time passed in its run.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Violation">What it broke first; null where it broke nothing.</param>
public sealed record SeedResult(ulong Seed, TimeSpan Simulated, int Steps, Violation? Violation);
