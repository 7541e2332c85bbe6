namespace Headroom.Cloud.Kernel;

/// <summary>A room's wish to be woken: one per (room, key); asking again moves it.</summary>
/// <param name="Service">The room.</param>
/// <param name="Key">The room's own name for what is due.</param>
/// <param name="DueAt">Cloud time.</param>
/// <param name="Sequence">Order among wakes due at the same time: first asked, first woken.</param>
public sealed record Wake(string Service, string Key, DateTimeOffset DueAt, long Sequence)
{
    /// <summary>Its key in the table of wakes.</summary>
    internal string InTable { get; } = TableKey(Service, Key);

    internal static string TableKey(string service, string key) => $"{service}\n{key}";
}
