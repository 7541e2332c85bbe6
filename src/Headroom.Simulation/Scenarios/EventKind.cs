namespace Headroom.Simulation.Scenarios;

/// <summary>What makes EventBridge start an execution.</summary>
public enum EventKind
{
    /// <summary>An execution has ended badly.</summary>
    Ended,

    /// <summary>A deployment has begun.</summary>
    Deployment,

    /// <summary>It is time for a sweep.</summary>
    Sweep,
}
