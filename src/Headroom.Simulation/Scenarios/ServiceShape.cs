namespace Headroom.Simulation.Scenarios;

/// <summary>A covered service as it is before anything happens.</summary>
/// <param name="Min">The scalable target's MinCapacity.</param>
/// <param name="Max">Its MaxCapacity.</param>
/// <param name="Desired">The service's desired count, in [Min, Max].</param>
/// <param name="ScaleInSuspended">Whether somebody has suspended its scale-in already.</param>
public sealed record ServiceShape(int Min, int Max, int Desired, bool ScaleInSuspended);
