using Headroom.Simulation.Checking;

namespace Headroom.Simulation.Running;

/// <summary>How a run ended.</summary>
/// <param name="Violation">What was broken first; null where nothing was.</param>
/// <param name="Simulated">How much time passed in it.</param>
/// <param name="Steps">How many steps it took.</param>
internal sealed record RunResult(Violation? Violation, TimeSpan Simulated, int Steps);
