namespace Headroom.Traffic.Work;

/// <summary>How far a load has been served: up to when, the requests that wait then, and the minute that is under way.</summary>
/// <param name="AsOf">Everything before it has been served.</param>
/// <param name="Waiting">Requests that wait.</param>
/// <param name="Current">The minute that <paramref name="AsOf"/> is in.</param>
public sealed record Backlog(DateTimeOffset AsOf, double Waiting, ServedMinute Current)
{
    /// <summary>Nothing waits, and nothing has been served yet.</summary>
    public static Backlog Empty(DateTimeOffset now) => new(now, 0, new(LoadModel.MinuteOf(now)));
}
