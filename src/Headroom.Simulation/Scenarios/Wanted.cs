namespace Headroom.Simulation.Scenarios;

/// <summary>How many tasks a hold wants.</summary>
public abstract record Wanted
{
    private Wanted()
    {
    }

    /// <summary>As many as allowed.</summary>
    public sealed record Maximum : Wanted;

    /// <summary>A share of MaxCapacity.</summary>
    public sealed record Percent(int Share) : Wanted;

    /// <summary>A task count.</summary>
    public sealed record Tasks(int Count) : Wanted;
}
