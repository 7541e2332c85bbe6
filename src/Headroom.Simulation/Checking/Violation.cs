namespace Headroom.Simulation.Checking;

/// <summary>A broken promise.</summary>
/// <param name="Invariant">Which: <c>I1</c> to <c>I6</c>, or <c>End</c>.</param>
/// <param name="At">True time.</param>
/// <param name="What">In one sentence.</param>
public sealed record Violation(string Invariant, DateTimeOffset At, string What)
{
    /// <summary>What the invariant promises, in a few words.</summary>
    public string Promise => Invariant switch
    {
        "I1" => "scale-in paused and capacity held for as long as accepted",
        "I2" => "scale-in resumed soon after the latest accepted end, whatever fails",
        "I3" => "after the last hold everything as before the first",
        "I4" => "one true outcome for every notification",
        "I5" => "one owner acts on a service at a time",
        "I6" => "no call on a service that is not covered",
        _ => "nothing held, nothing running when all is over",
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Invariant} at {At:HH:mm:ss.fff}: {What}";
}
