namespace Headroom.Simulation.Checking;

/// <summary>A broken promise.</summary>
/// <param name="Invariant">Which: <c>I1</c> to <c>I6</c>, or <c>End</c>.</param>
/// <param name="At">True time.</param>
/// <param name="What">In one sentence.</param>
public sealed record Violation(string Invariant, DateTimeOffset At, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Invariant} at {At:HH:mm:ss.fff}: {What}";
}
