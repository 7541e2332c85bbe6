namespace Headroom.Cloud.Services;

/// <summary>Every service of the embedded cloud.</summary>
public static class Rooms
{
    /// <summary>All rooms; the order is the order in which they hear events.</summary>
    public static IReadOnlyList<ServiceRoom> All { get; } = [];
}
