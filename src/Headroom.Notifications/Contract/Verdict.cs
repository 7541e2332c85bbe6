namespace Headroom.Notifications.Contract;

/// <summary>What the contract says of a message.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It is well formed and within the installation's terms.</summary>
    /// <param name="Notification">What it asks for.</param>
    public sealed record Accepted(Notification Notification) : Verdict;

    /// <summary>It is not; nothing is touched.</summary>
    /// <param name="Line">One line: the field, what was given, what is allowed.</param>
    public sealed record Refused(string Line) : Verdict;
}
