using Headroom.Cli.Holds;

namespace Headroom.Cli.Demo;

/// <summary>What the APIs showed at one look.</summary>
/// <param name="At">Cloud time of the look.</param>
/// <param name="Target">The service and its scalable target.</param>
/// <param name="State">The state machine's present state, or null while no execution runs.</param>
internal sealed record Observation(DateTimeOffset At, TargetStatus Target, string? State)
{
    /// <summary>Whether a person would see a difference.</summary>
    internal bool LooksLike(Observation other) => Target == other.Target && State == other.State;
}
