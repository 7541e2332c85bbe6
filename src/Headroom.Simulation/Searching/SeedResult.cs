namespace Headroom.Simulation.Searching;

/// <summary>What one seed came to.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Simulated">How much time passed in its run.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Finding">What it broke; null where nothing was.</param>
public sealed record SeedResult(ulong Seed, TimeSpan Simulated, int Steps, Finding? Finding);
