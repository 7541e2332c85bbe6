namespace Headroom.Notifications.Contract;

/// <summary>What a notification asks for.</summary>
public enum HoldAction
{
    /// <summary>Hold capacity.</summary>
    Hold,

    /// <summary>End a hold early.</summary>
    Release,
}
