namespace Headroom.Schedules.Missed;

/// <summary>
/// A scheduled action as a state machine reads it
/// (<see href="https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScheduledAction.html"/>); what the calendar does not need is left out.
/// </summary>
/// <param name="ScheduledActionName">Unique for its target.</param>
/// <param name="Schedule"><c>at(…)</c>, <c>rate(…)</c> or <c>cron(…)</c>.</param>
/// <param name="Timezone">IANA name; UTC where absent.</param>
/// <param name="CreationTime">When it was put first.</param>
/// <param name="StartTime">Not before.</param>
/// <param name="EndTime">Not after.</param>
/// <param name="ScalableTargetAction">What it sets.</param>
internal sealed record ScheduledAction(
    string ScheduledActionName,
    string Schedule,
    string? Timezone,
    DateTimeOffset CreationTime,
    DateTimeOffset? StartTime,
    DateTimeOffset? EndTime,
    ScalableTargetAction? ScalableTargetAction);

/// <summary>What a scheduled action sets; null is left as it is.</summary>
internal sealed record ScalableTargetAction(int? MinCapacity, int? MaxCapacity);
