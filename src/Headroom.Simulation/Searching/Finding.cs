using Headroom.Simulation.Checking;
using Headroom.Simulation.Scenarios;

namespace Headroom.Simulation.Searching;

/// <summary>A broken promise, and the shortest scenario that was found to break it.</summary>
/// <param name="Seed">The seed it was found with.</param>
/// <param name="Trouble">How much went wrong in the runs that it was found in.</param>
/// <param name="Violation">What the shortest scenario breaks.</param>
/// <param name="Scenario">The shortest scenario; null where nobody looked for it.</param>
/// <param name="Timeline">Its run as text; null where nobody looked for it.</param>
public sealed record Finding(ulong Seed, Trouble Trouble, Violation Violation, Scenario? Scenario, string? Timeline);
