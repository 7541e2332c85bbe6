namespace Headroom.Schedules.Missed;

/// <summary>What the release of a hold asks.</summary>
/// <param name="Since">When the hold read what the target is, just before it suspended scheduled scaling.</param>
/// <param name="Until">Now.</param>
/// <param name="Missed">What earlier pages of the target's actions gave.</param>
/// <param name="Actions">A page of the target's actions.</param>
internal sealed record MissedQuestion(DateTimeOffset Since, DateTimeOffset Until, IReadOnlyList<MissedAction> Missed, IReadOnlyList<ScheduledAction> Actions);

/// <summary>The answer.</summary>
/// <param name="Missed">All that were missed, in the order in which they were due.</param>
/// <param name="Minimum">The MinCapacity that they would have left behind; null for as it was.</param>
/// <param name="Maximum">The MaxCapacity that they would have left behind; null for as it was.</param>
internal sealed record MissedAnswer(IReadOnlyList<MissedAction> Missed, int? Minimum, int? Maximum);
