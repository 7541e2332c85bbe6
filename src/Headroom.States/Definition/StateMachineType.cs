namespace Headroom.States.Definition;

/// <summary>The type of a state machine, fixed at its creation.</summary>
public enum StateMachineType
{
    /// <summary>Exactly once, up to a year, history kept.</summary>
    Standard,

    /// <summary>Up to five minutes, no history beyond logs, no <c>.sync</c> and no <c>.waitForTaskToken</c>.</summary>
    Express,
}
