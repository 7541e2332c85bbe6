namespace Headroom.Schedules.Missed;

/// <summary>A scheduled action that fell due while a hold suspended scheduled scaling.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DueAt">When it was due last, UTC; null where that is not known.</param>
/// <param name="MinCapacity">What it sets, if it does.</param>
/// <param name="MaxCapacity">What it sets, if it does.</param>
/// <param name="Problem">Why its schedule could not be read; null where it could.</param>
internal sealed record MissedAction(string Name, DateTime? DueAt, int? MinCapacity, int? MaxCapacity, string? Problem);
